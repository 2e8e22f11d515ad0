package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.coverage.CoveredCounty.INSTRUCTOR;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;

/** Coverage ahead if planned trainings are taken: what it says comes true when they are. */
class PlannedTrainingsIT extends InPortal {

    private static final int SEED = 11;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private Seats seats;

    private final Map<String, List<NewFact>> attendances = new HashMap<>();

    @Test
    void when_everybody_with_a_seat_has_come_coverage_is_exactly_what_was_said_for_every_day_and_list() {
        String provider = scenario.organisation("norra");
        seedProvider(provider);
        long stored = storedPeriods();
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place(provider));
        List<LocalDate> days = IntStream.rangeClosed(0, 60)
                .mapToObj(week -> scenario.today().plusWeeks(week))
                .toList();

        for (String role : List.of(SUPERVISOR, INSTRUCTOR)) {
            List<CoverageOnDay> said = as.person(coordinator, () -> coverage.ahead(asked(role), days));
            Map<LocalDate, List<Long>> lacking = as.person(coordinator, () -> lacking(role, days, true));
            List<Integer> promised = said.stream()
                    .map(on -> Objects.requireNonNull(on.coveredIfPlanned()))
                    .toList();
            assertThat(promised)
                    .as("the second line is another than the first, else this proves nothing")
                    .isNotEqualTo(said.stream().map(CoverageOnDay::covered).toList());
            assertThat(lacking.values().stream().map(List::size))
                    .as("each step's list is as long as it says")
                    .containsExactlyElementsOf(IntStream.range(0, days.size())
                            .mapToObj(i -> said.get(i).inNeed() - promised.get(i))
                            .toList());

            assertThat(storedPeriods()).as("nothing assumed was stored").isEqualTo(stored);

            county.append(attendances.getOrDefault(role, List.of()));
            stored = storedPeriods();

            List<CoverageOnDay> became = as.person(coordinator, () -> coverage.ahead(asked(role), days));
            assertThat(became.stream().map(CoverageOnDay::covered)).containsExactlyElementsOf(promised);
            assertThat(as.<Map<LocalDate, List<Long>>>person(coordinator, () -> lacking(role, days, false)))
                    .isEqualTo(lacking);
        }
    }

    @Test
    void who_waits_has_no_seat_a_cancelled_training_gives_none_and_a_session_that_is_marked_is_no_plan() {
        String provider = scenario.organisation("norra");
        long unit = scenario.unit(provider);
        LocalDate today = scenario.today();
        long person = nominated(unit, SUPERVISOR, "introduction-meeting");
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place(provider));

        seats.signedUp(seats.training("introduction-meeting", List.of(today.plusDays(20))), person, "WAITING");
        seats.signedUp(seats.training("introduction-meeting", List.of(today.plusDays(21))), person, "CANCELLED");
        long off = seats.training("introduction-meeting", List.of(today.plusDays(22)));
        seats.signedUp(off, person, "SIGNED_UP");
        seats.cancel(off);
        long marked = seats.training("introduction-meeting", List.of(today));
        seats.signedUp(marked, person, "SIGNED_UP");
        seats.markAbsent(marked, person);
        seats.signedUp(seats.training("introduction-meeting", List.of(today.minusDays(1))), person, "SIGNED_UP");

        assertThat(planned(coordinator, today.plusDays(60))).isNull();

        seats.signedUp(seats.training("introduction-meeting", List.of(today.plusDays(30))), person, "SIGNED_UP");
        assertThat(planned(coordinator, today.plusDays(29))).isZero();
        assertThat(planned(coordinator, today.plusDays(30))).isEqualTo(1);
    }

    @Test
    void of_a_day_that_has_been_nothing_is_assumed() {
        String provider = scenario.organisation("norra");
        long person = nominated(scenario.unit(provider), SUPERVISOR, "introduction-meeting");
        LocalDate today = scenario.today();
        seats.signedUp(seats.training("introduction-meeting", List.of(today.plusDays(3))), person, "SIGNED_UP");
        CoverageQuestion yesterday =
                CoverageQuestion.of(SUPERVISOR, today.minusDays(1)).ifPlannedTrainingsAreTaken();

        CoverageOnDay ahead = as.person(
                scenario.official(Office.COORDINATOR, scenario.place(provider)),
                () -> coverage.ahead(yesterday, List.of(today.plusDays(9))).get(0));

        assertThat(ahead.coveredIfPlanned()).isNull();
    }

    private long storedPeriods() {
        return database.query(handle -> handle.createQuery("select count(*) from standing_period")
                .mapTo(long.class)
                .one());
    }

    private Integer planned(long reader, LocalDate day) {
        return as.person(
                reader,
                () -> coverage.ahead(asked(SUPERVISOR), List.of(day)).get(0).coveredIfPlanned());
    }

    private CoverageQuestion asked(String role) {
        return CoverageQuestion.of(role, scenario.today());
    }

    private Map<LocalDate, List<Long>> lacking(String role, List<LocalDate> days, boolean planned) {
        Map<LocalDate, List<Long>> lacking = new LinkedHashMap<>();
        for (LocalDate day : days) {
            CoverageQuestion question = CoverageQuestion.of(role, day);
            lacking.put(
                    day,
                    coverage
                            .units(
                                    planned ? question.ifPlannedTrainingsAreTaken() : question,
                                    UnitFilter.ALL.lackingMostUrgentFirst())
                            .rows()
                            .stream()
                            .map(CoveredUnit::unitId)
                            .sorted()
                            .toList());
        }
        return lacking;
    }

    /** Twelve units: instructors at every point of their period, supervisors with a meeting left; most have a seat. */
    private void seedProvider(String provider) {
        Random random = new Random(SEED);
        LocalDate today = scenario.today();
        for (int i = 0; i < 12; i++) {
            long unit = scenario.unit(provider, "nursing-home");
            county.need(INSTRUCTOR, unit, 1 + i % 2, today.minusYears(4));
            long instructor = scenario.employee(unit);
            LocalDate trained = today.minusMonths(27L - 2 * i).plusDays(random.nextInt(28));
            county.certified(instructor, INSTRUCTOR, unit, trained, trained);
            if (random.nextInt(4) > 0) {
                seat(INSTRUCTOR, instructor, "instructor-refresher", random, 1);
            }
            long newcomer = nominated(unit, INSTRUCTOR, "instructor-training");
            if (random.nextInt(3) > 0) {
                seat(INSTRUCTOR, newcomer, "instructor-training", random, 2);
            }
            long supervisor = nominated(unit, SUPERVISOR, "introduction-meeting");
            if (random.nextInt(3) > 0) {
                seat(SUPERVISOR, supervisor, "introduction-meeting", random, 1);
            }
        }
    }

    /** Appointed, with everything but that training. */
    private long nominated(long unit, String role, String missing) {
        long person = scenario.employee(unit);
        LocalDate from = scenario.today().minusDays(40);
        long appointment = county.appointed(person, role, unit, from);
        county.certifyExcept(missing, person, role, appointment, from);
        return person;
    }

    private void seat(String role, long person, String kind, Random random, int sessions) {
        LocalDate first = scenario.today().plusDays(random.nextInt(300));
        List<LocalDate> days = IntStream.range(0, sessions)
                .mapToObj(part -> first.plusDays(part * 9L))
                .toList();
        long training = seats.training(kind, days);
        seats.signedUp(training, person, "SIGNED_UP");
        for (int part = 1; part <= sessions; part++) {
            attendances
                    .computeIfAbsent(role, key -> new ArrayList<>())
                    .add(NewFact.sessionAttended(person, kind, part, training, days.get(part - 1)));
        }
    }
}
