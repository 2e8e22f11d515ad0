package se.metodporten.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.metodporten.fact.FactKind;

/**
 * County trainings of the past, gathered by month from who attended them, and planned ones; attendance becomes facts.
 */
final class DemoTrainings {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final int SEATS = 40;

    /** So few in a planned one that some have to wait. */
    private static final int FEW_SEATS = 6;

    private final Rows rows;
    private final LocalDate today;

    private record Wanted(String kind, long person, LocalDate atLatest) {}

    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, Rows.TrainingRow> held = new TreeMap<>();
    private long leader;
    private long sessions;

    DemoTrainings(Rows rows, LocalDate today) {
        this.rows = rows;
        this.today = today;
    }

    void ledBy(long person) {
        this.leader = person;
    }

    void introduced(long person, LocalDate day) {
        attended("introduction-meeting", person, day, 1, 1);
    }

    /** @param both whether the second day was attended too */
    void trained(long person, LocalDate lastDay, boolean both) {
        attended("instructor-training", person, Workdays.onOrBefore(lastDay.minusDays(1)), 2, both ? 2 : 1);
    }

    void refreshed(long person, LocalDate day) {
        attended("instructor-refresher", person, day, 1, 1);
    }

    /** Somebody wants a seat in a coming training; in the last one that is early enough, or else in none. */
    void wanted(String kind, long person, LocalDate atLatest) {
        wanted.add(new Wanted(kind, person, atLatest));
    }

    /** Each kind in each of the coming months, with seats left. */
    void plan() {
        for (int month = 1; month <= 6; month++) {
            LocalDate day = Draw.workday(today.plusMonths(month));
            training("introduction-meeting", day, 1);
            training("instructor-training", day.plusDays(7), 2);
            training("instructor-refresher", day.plusDays(3), 1);
        }
        for (Wanted seat : wanted) {
            rows.trainings.stream()
                    .filter(one -> one.kind().equals(seat.kind))
                    .filter(one -> one.sessions().get(0).day().isAfter(today))
                    .filter(one -> !one.sessions().get(0).day().isAfter(seat.atLatest))
                    .max(Comparator.comparing(one -> one.sessions().get(0).day()))
                    .ifPresent(one -> rows.signUps.add(
                            new Rows.SignUpRow(one.id(), seat.person, taken(one) >= one.seats(), List.of())));
        }
    }

    private long taken(Rows.TrainingRow training) {
        return rows.signUps.stream()
                .filter(one -> one.training() == training.id() && !one.waiting())
                .count();
    }

    private void attended(String kind, long person, LocalDate asked, int sessions, int parts) {
        LocalDate day = Workdays.onOrBefore(asked);
        Rows.TrainingRow training = held.computeIfAbsent(kind + day, key -> training(kind, day, sessions));
        List<Integer> attended = new ArrayList<>();
        for (Rows.SessionRow session : training.sessions()) {
            if (session.part() <= parts && session.day().isBefore(today)) {
                attended.add(session.part());
                rows.facts.add(new Rows.FactRow(
                        FactKind.SESSION_ATTENDED,
                        person,
                        null,
                        null,
                        kind,
                        session.part(),
                        training.id(),
                        session.day(),
                        null,
                        session.day(),
                        null));
            }
        }
        rows.signUps.add(new Rows.SignUpRow(training.id(), person, false, attended));
    }

    private Rows.TrainingRow training(String kind, LocalDate day, int sessions) {
        List<Rows.SessionRow> passes = new ArrayList<>();
        LocalDate next = Workdays.onOrBefore(day);
        for (int part = 1; part <= sessions; part++) {
            passes.add(new Rows.SessionRow(nextSession(), part, next, NINE, sessions == 1 ? NOON : FOUR));
            next = Workdays.after(next);
        }
        Rows.TrainingRow training = new Rows.TrainingRow(
                rows.trainings.size() + 1L,
                kind,
                null,
                titleOf(kind),
                "Regionens hus, Örebro",
                day.isAfter(today) ? FEW_SEATS : SEATS,
                leader,
                passes);
        rows.trainings.add(training);
        return training;
    }

    void inUnit(long unit, long instructor, LocalDate day, List<Long> nurses) {
        Rows.TrainingRow training = new Rows.TrainingRow(
                rows.trainings.size() + 1L,
                "unit-refresher",
                unit,
                titleOf("unit-refresher"),
                "Enhetens mötesrum",
                12,
                instructor,
                List.of(new Rows.SessionRow(nextSession(), 1, day, LocalTime.of(13, 0), LocalTime.of(15, 0))));
        rows.trainings.add(training);
        nurses.forEach(nurse -> rows.signUps.add(new Rows.SignUpRow(training.id(), nurse, false, List.of())));
    }

    private long nextSession() {
        return ++sessions;
    }

    private static String titleOf(String kind) {
        return switch (kind) {
            case "introduction-meeting" -> "Introduktionsmöte för metodhandledare";
            case "instructor-training" -> "Instruktörsutbildning i klinisk bedömning";
            case "instructor-refresher" -> "Repetitionsutbildning för instruktörer";
            default -> "Repetition för enhetens sjuksköterskor";
        };
    }
}
