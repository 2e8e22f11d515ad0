package se.metodporten.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;

/** What is recorded of people, and what the rows read so far add to it. */
final class Said {

    /** Of a licence: from this day on given, or not. */
    private record Word(LocalDate from, boolean given) {}

    private record Licence(long person, String code) {}

    private record Done(long person, String code, LocalDate day) {}

    private record InForce(long appointment, LocalDate from) {}

    private final Map<Licence, List<Word>> licences = new HashMap<>();
    private final Set<Done> evidence = new HashSet<>();
    private final Set<InForce> agreements = new HashSet<>();

    /** @param facts that stand, of a person after merges */
    void know(long person, Collection<FactRecord> facts) {
        for (FactRecord fact : facts) {
            String code = fact.code();
            Long appointment = fact.appointmentId();
            if (fact.kind() == FactKind.EVIDENCE_RECOGNISED && code != null) {
                evidence.add(new Done(person, code, fact.validFrom()));
            } else if (fact.kind() == FactKind.LICENCE_GIVEN && code != null) {
                licence(person, code, fact.validFrom(), true);
            } else if (fact.kind() == FactKind.LICENCE_WITHDRAWN && code != null) {
                licence(person, code, fact.validFrom(), false);
            } else if (fact.kind() == FactKind.AGREEMENT_IN_FORCE && appointment != null) {
                agreements.add(new InForce(appointment, fact.validFrom()));
            }
        }
    }

    /** @return whether that is news */
    boolean recognise(long person, String code, LocalDate day) {
        return evidence.add(new Done(person, code, day));
    }

    /** @return whether that is news */
    boolean agree(long appointment, LocalDate from) {
        return agreements.add(new InForce(appointment, from));
    }

    void licence(long person, String code, LocalDate day, boolean given) {
        licences.computeIfAbsent(new Licence(person, code), of -> new ArrayList<>())
                .add(new Word(day, given));
    }

    boolean isWithdrawnOn(long person, String code, LocalDate day) {
        return licences.getOrDefault(new Licence(person, code), List.of()).contains(new Word(day, false));
    }

    /** The last word until that day; when it was given and withdrawn on one day, it is withdrawn. */
    boolean holds(long person, String code, LocalDate day) {
        return licences.getOrDefault(new Licence(person, code), List.of()).stream()
                .filter(word -> !word.from.isAfter(day))
                .max(Comparator.comparing(Word::from).thenComparing(word -> !word.given))
                .filter(Word::given)
                .isPresent();
    }
}
