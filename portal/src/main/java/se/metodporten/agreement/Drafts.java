package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/** The texts that appointments ask for, before they are offered. Not an entry point; asks no guard. */
@ApplicationScoped
public class Drafts {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** A text for one appointment, with its SHA-256. */
    public record Draft(
            long appointmentId,
            long descriptionVersionId,
            String text,
            String textHash,
            LocalDate validFrom,
            LocalDate validThrough) {}

    /** For the appointments that these facts begin, whose role requires an agreement and that have none yet. */
    public List<Draft> ofTheAppointed(List<Long> factIds) {
        return AgreementSql.termsOfTheAppointed(database, factIds, CountyTime.today(clock)).stream()
                .map(Drafts::draft)
                .toList();
    }

    /**
     * For appointments whose newest agreement is on a description that a newer one, applying today, puts an end to, and
     * for those whose role requires one today and that have none at all.
     */
    List<Draft> due(int atMost) {
        return AgreementSql.termsToOffer(database, atMost, CountyTime.today(clock)).stream()
                .map(Drafts::draft)
                .toList();
    }

    private static Draft draft(Terms terms) {
        String text = AgreementText.of(terms);
        return new Draft(
                terms.appointmentId(),
                terms.descriptionVersionId(),
                text,
                Agreement.hashOf(text),
                terms.validFrom(),
                terms.validThrough());
    }
}
