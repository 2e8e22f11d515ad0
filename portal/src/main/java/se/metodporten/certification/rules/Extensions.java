package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Rule 7: the extensions of one requirement. */
final class Extensions {

    private final List<Fact.Extension> all;

    private Extensions(List<Fact.Extension> all) {
        this.all = all;
    }

    static Extensions of(String requirement, Dossier dossier) {
        return new Extensions(dossier.all(Fact.Extension.class).stream()
                .filter(extension -> extension.requirement().equals(requirement))
                .sorted(Comparator.comparing(Fact.Extension::to))
                .toList());
    }

    /** In the order of the days they move to, so that one may extend what another has extended. */
    LocalDate move(LocalDate due) {
        LocalDate day = due;
        for (Fact.Extension extension : all) {
            if (!day.isBefore(extension.from()) && day.isBefore(extension.to())) {
                day = extension.to();
            }
        }
        return day;
    }
}
