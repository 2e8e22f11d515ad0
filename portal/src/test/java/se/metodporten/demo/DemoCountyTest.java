package se.metodporten.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.fact.FactKind;

/** What the demo county promises, counted whatever day it is started on. */
class DemoCountyTest {

    private static final String DAYS = "2026-11-25";

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2027-01-04", "2027-06-25", "2028-02-29"})
    void the_county_stands_at_60_to_80_per_cent_with_real_differences_between_districts(LocalDate today) {
        Counted county = new Counted(DemoCounty.on(today), today);

        for (String role : List.of(DemoCareers.SUPERVISOR, DemoCareers.INSTRUCTOR)) {
            assertThat(county.covered(role, null)).as(role).isBetween(60, 80);
        }
        List<Integer> districts = List.of("norra", "sodra", "vastra", "orebro").stream()
                .map(district -> county.covered(DemoCareers.SUPERVISOR, district))
                .toList();
        assertThat(districts.stream().max(Integer::compare).orElseThrow()
                        - districts.stream().min(Integer::compare).orElseThrow())
                .as("%s", districts)
                .isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2027-01-04", "2027-06-25", "2028-02-29"})
    void refreshers_fall_due_in_each_of_the_coming_twelve_months(LocalDate today) {
        Counted county = new Counted(DemoCounty.on(today), today);
        Set<YearMonth> due = county.rows.appointments.stream()
                .filter(one -> one.role().equals(DemoCareers.INSTRUCTOR)
                        && county.standing(one).isCertified())
                .map(one -> YearMonth.from(county.due(one)))
                .collect(Collectors.toSet());

        assertThat(due)
                .containsAll(IntStream.range(1, 12)
                        .mapToObj(month -> YearMonth.from(today).plusMonths(month))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2027-04-01", "2027-12-23", "2028-06-20"})
    void no_training_is_on_a_weekend_or_a_holiday_and_what_is_attended_has_been(LocalDate today) {
        Rows rows = DemoCounty.on(today);

        assertThat(rows.trainings)
                .hasSizeGreaterThan(50)
                .allSatisfy(training -> assertThat(training.sessions()).allSatisfy(session -> {
                    assertThat(Workdays.isWorkday(session.day()))
                            .as("%s", session.day())
                            .isTrue();
                    assertThat(session.day().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                }));
        assertThat(rows.facts.stream()
                        .filter(fact -> fact.kind() == FactKind.SESSION_ATTENDED)
                        .map(Rows.FactRow::from)
                        .max(LocalDate::compareTo))
                .hasValueSatisfying(last -> assertThat(last).isBefore(today));
    }

    @Test
    void every_standing_and_every_reason_occurs_in_each_role_that_has_it() {
        LocalDate today = LocalDate.parse(DAYS);
        Counted county = new Counted(DemoCounty.on(today), today);

        assertThat(county.rows.appointments.stream()
                        .filter(one -> !one.role().equals("local-process-leader"))
                        .map(county::standing)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Standing.values());
        assertThat(county.rows.facts.stream().map(Rows.FactRow::kind).collect(Collectors.toSet()))
                .contains(
                        FactKind.ATTESTATION_WITHDRAWN,
                        FactKind.LICENCE_WITHDRAWN,
                        FactKind.PAUSE,
                        FactKind.LEAVE,
                        FactKind.APPOINTMENT_ENDED);
        assertThat(county.rows.agreements)
                .anyMatch(one -> one.appointeeSigned() != null && one.managerSigned() == null)
                .anyMatch(one -> one.appointeeSigned() == null && one.managerSigned() != null)
                .anyMatch(one -> one.appointeeSigned() == null && one.managerSigned() == null);
        assertThat(county.rows.facts).as("a correction that came late").anyMatch(one -> one.supersedes() != null);
        assertThat(county.rows.moves).as("a unit that moved").isNotEmpty();
    }

    @Test
    void every_kind_of_user_can_sign_in_and_there_is_something_of_everything() {
        LocalDate today = LocalDate.parse(DAYS);
        Rows rows = DemoCounty.on(today);

        assertThat(rows.accounts.stream().map(Rows.AccountRow::who))
                .contains(
                        "Metodhandledare",
                        "Instruktör",
                        "Sjuksköterska",
                        "Chef",
                        "Kursadministratör",
                        "Systemförvaltare")
                .anyMatch(who -> who.startsWith("MAS"))
                .anyMatch(who -> who.startsWith("Processledare"));
        assertThat(rows.offices.stream()
                        .filter(one -> one.office() == Office.COORDINATOR)
                        .map(Rows.OfficeRow::code))
                .containsExactlyInAnyOrder("norra", "sodra", "vastra", "orebro");
        assertThat(rows.offices).anyMatch(one -> one.deputyFor() != null);
        assertThat(rows.people).hasSizeGreaterThanOrEqualTo(4_000).anyMatch(Rows.PersonRow::isProtected);
        assertThat(rows.units).hasSizeBetween(230, 250);
        assertThat(rows.units.stream().filter(DemoCareers::needsInstructor)).hasSizeBetween(80, 100);
        assertThat(rows.organisations)
                .as("a private provider")
                .singleElement()
                .satisfies(provider -> assertThat(rows.units)
                        .anyMatch(unit -> unit.organisation().equals(provider.code())));
        assertThat(rows.attempts)
                .as("under way")
                .hasSizeGreaterThan(3)
                .allSatisfy(attempt -> assertThat(rows.facts)
                        .noneMatch(
                                fact -> fact.kind() == FactKind.COURSE_COMPLETED && fact.person() == attempt.person()));
        assertThat(rows.signUps.stream().filter(one -> planned(rows, one, today) && !one.waiting()))
                .as("seats in planned trainings")
                .hasSizeGreaterThan(10);
        assertThat(rows.signUps.stream().filter(Rows.SignUpRow::waiting))
                .as("a wait-list, of a training that is full")
                .isNotEmpty()
                .allSatisfy(one -> assertThat(rows.signUps.stream()
                                .filter(other -> other.training() == one.training() && !other.waiting()))
                        .hasSize(training(rows, one).seats()));
    }

    @Test
    void the_same_day_gives_the_same_county() {
        LocalDate today = LocalDate.parse(DAYS);

        Rows one = DemoCounty.on(today);
        Rows other = DemoCounty.on(today);

        assertThat(List.of(one.units, one.people, one.employments, one.offices, one.appointments, one.facts))
                .isEqualTo(List.of(
                        other.units, other.people, other.employments, other.offices, other.appointments, other.facts));
        assertThat(List.of(one.agreements, one.trainings, one.signUps, one.attempts, one.accounts))
                .isEqualTo(List.of(other.agreements, other.trainings, other.signUps, other.attempts, other.accounts));
    }

    private static boolean planned(Rows rows, Rows.SignUpRow signUp, LocalDate today) {
        return training(rows, signUp).sessions().get(0).day().isAfter(today);
    }

    private static Rows.TrainingRow training(Rows rows, Rows.SignUpRow signUp) {
        return rows.trainings.get((int) signUp.training() - 1);
    }

    /** Standing and coverage as one would work them out from the rows with pen and paper. */
    private static final class Counted {

        private static final int PERIOD_MONTHS = 24;
        private static final int WINDOW_MONTHS = 6;

        private final Rows rows;
        private final LocalDate today;
        private final Map<Long, List<Rows.FactRow>> factsOf;

        Counted(Rows rows, LocalDate today) {
            this.rows = rows;
            this.today = today;
            this.factsOf = rows.facts.stream().collect(Collectors.groupingBy(Rows.FactRow::person));
        }

        int covered(String role, String district) {
            List<Rows.UnitRow> inNeed = rows.units.stream()
                    .filter(unit -> role.equals(DemoCareers.SUPERVISOR) || DemoCareers.needsInstructor(unit))
                    .filter(unit -> district == null || district.equals(unit.district()))
                    .toList();
            long covered = inNeed.stream()
                    .filter(unit -> rows.appointments.stream()
                            .anyMatch(one -> one.role().equals(role)
                                    && one.serves().contains(unit.id())
                                    && standing(one).isCertified()))
                    .count();
            return (int) (100 * covered / inNeed.size());
        }

        Standing standing(Rows.AppointmentRow one) {
            boolean instructor = one.role().equals(DemoCareers.INSTRUCTOR);
            if (one.through().isBefore(today)) {
                return Standing.ENDED;
            }
            if (has(one, FactKind.PAUSE, null) || has(one, FactKind.LEAVE, null)) {
                return Standing.PAUSED;
            }
            boolean ever = instructor
                    ? trained(one) && has(one, FactKind.LICENCE_GIVEN, null) && agreed(one)
                    : has(one, FactKind.ATTESTED, null)
                            && has(one, FactKind.COURSE_COMPLETED, null)
                            && has(one, FactKind.SESSION_ATTENDED, "introduction-meeting")
                            && agreed(one);
            if (!ever) {
                return Standing.NOMINATED;
            }
            boolean withdrawn =
                    has(one, FactKind.LICENCE_WITHDRAWN, null) || has(one, FactKind.ATTESTATION_WITHDRAWN, null);
            if (withdrawn || (instructor && due(one).isBefore(today))) {
                return Standing.LAPSED;
            }
            return instructor && !due(one).minusMonths(WINDOW_MONTHS).isAfter(today)
                    ? Standing.REFRESHER_DUE
                    : Standing.CERTIFIED;
        }

        LocalDate due(Rows.AppointmentRow one) {
            return factsOf.get(one.person()).stream()
                    .filter(fact -> fact.kind() == FactKind.SESSION_ATTENDED)
                    .filter(fact -> Objects.equals(fact.code(), "instructor-refresher")
                            || (Objects.equals(fact.code(), "instructor-training") && Objects.equals(fact.number(), 2)))
                    .map(Rows.FactRow::from)
                    .max(LocalDate::compareTo)
                    .orElseThrow()
                    .plusMonths(PERIOD_MONTHS);
        }

        private boolean trained(Rows.AppointmentRow one) {
            return factsOf.get(one.person()).stream()
                    .anyMatch(fact ->
                            Objects.equals(fact.code(), "instructor-training") && Objects.equals(fact.number(), 2));
        }

        private boolean agreed(Rows.AppointmentRow one) {
            return rows.facts.stream()
                    .anyMatch(fact ->
                            fact.kind() == FactKind.AGREEMENT_IN_FORCE && Objects.equals(fact.appointment(), one.id()));
        }

        private boolean has(Rows.AppointmentRow one, FactKind kind, String code) {
            return factsOf.get(one.person()).stream()
                    .filter(fact -> fact.kind() == kind)
                    .filter(fact -> fact.appointment() == null || fact.appointment() == one.id())
                    .filter(fact -> code == null || code.equals(fact.code()))
                    .anyMatch(fact -> fact.through() == null || !fact.through().isBefore(today));
        }
    }
}
