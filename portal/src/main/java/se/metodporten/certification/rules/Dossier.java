package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is read to weigh one appointment: its facts, and what several requirements need to know about it. */
final class Dossier {

    private final Map<Class<?>, List<Fact>> facts = new HashMap<>();
    private final Map<Requirement.Training, List<Attendance.Mark>> attendance = new HashMap<>();
    private final LocalDate lastDay;
    private final Breaks breaks;

    Dossier(List<Fact> facts) {
        for (Fact fact : facts) {
            this.facts
                    .computeIfAbsent(fact.getClass(), kind -> new ArrayList<>())
                    .add(fact);
        }
        lastDay = all(Fact.AppointmentEnded.class).stream()
                .map(Fact.AppointmentEnded::lastDay)
                .reduce(Days.LAST, Days::earlier);
        breaks = new Breaks(this);
    }

    // Each list holds facts of the class it is filed under and no others.
    @SuppressWarnings("unchecked")
    <F extends Fact> List<F> all(Class<F> kind) {
        return (List<F>) facts.getOrDefault(kind, List.of());
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

    /** Worked out once, though a refresher asks for it after the training that starts it. */
    List<Attendance.Mark> attendance(Requirement.Training training) {
        return attendance.computeIfAbsent(
                training, asked -> Attendance.of(asked.anyOf(), evidenceFor(asked.code()), this));
    }
}
