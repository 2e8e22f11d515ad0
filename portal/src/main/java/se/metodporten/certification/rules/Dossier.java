package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is read to weigh one appointment: its facts, and what several requirements need to know about it. */
final class Dossier {

    private final List<Fact> facts;
    private final LocalDate lastDay;
    private final Breaks breaks;

    Dossier(List<Fact> facts) {
        this.facts = facts;
        lastDay = all(Fact.AppointmentEnded.class).stream()
                .map(Fact.AppointmentEnded::lastDay)
                .reduce(Days.LAST, Days::earlier);
        breaks = new Breaks(this);
    }

    <F extends Fact> List<F> all(Class<F> kind) {
        List<F> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (kind.isInstance(fact)) {
                found.add(kind.cast(fact));
            }
        }
        return found;
    }

    /** Empty when nobody was appointed, or that was not known yet. */
    Optional<LocalDate> firstDay() {
        return all(Fact.Appointed.class).stream().map(Fact.Appointed::from).reduce(Days::earlier);
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Breaks breaks() {
        return breaks;
    }

    /** Rule 13: the days on which earlier evidence counts as if the requirement had been met here. */
    List<LocalDate> evidenceFor(String requirement) {
        List<LocalDate> days = new ArrayList<>();
        for (Fact.EvidenceRecognised evidence : all(Fact.EvidenceRecognised.class)) {
            if (evidence.requirement().equals(requirement)) {
                days.add(evidence.day());
            }
        }
        return days;
    }
}
