package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.coverage.CoveredCounty.INSTRUCTOR;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.coverage.rules.SmallNumbers;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;

/** Refreshers falling due against seats, those who were never offered one, and what is told without names. */
class RefreshersIT extends InPortal {

    private static final String REFRESHER = "instructor-refresher";
    private static final int PERIOD_MONTHS = 24;

    @Inject
    private Refreshers refreshers;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private Seats seats;

    private String provider;
    private long unit;
    private long manager;

    @BeforeEach
    void aUnitWithItsManager() {
        provider = scenario.organisation("norra");
        unit = scenario.unit(provider, "home-health-care");
        manager = scenario.manager(unit);
    }

    @Test
    void a_refresher_that_falls_due_counts_in_its_quarter_and_as_seated_only_with_a_seat_before_the_due_day() {
        LocalDate today = scenario.today();
        LocalDate due = today.plusDays(150);
        long seated = instructorDue(due);
        long tooLate = instructorDue(due);
        long waiting = instructorDue(due);
        int plannedBefore = seatsPlanned();
        long early = seats.training(REFRESHER, List.of(today.plusDays(100)));
        long late = seats.training(REFRESHER, List.of(due.plusDays(1)));
        seats.signedUp(early, seated, "SIGNED_UP");
        seats.signedUp(early, waiting, "WAITING");
        seats.signedUp(late, tooLate, "SIGNED_UP");

        List<RefresherQuarter> quarters = quarters(manager);

        assertThat(quarters.stream().filter(one -> one.due() > 0))
                .singleElement()
                .satisfies(one -> {
                    assertThat(due).isBetween(one.from(), one.through());
                    assertThat(one.districtId()).isEqualTo(scenario.place("norra"));
                    assertThat(List.of(one.due(), one.seated())).containsExactly(3, 1);
                    int listed = as.person(
                            manager,
                            () -> coverage.appointments(
                                            CoverageQuestion.of(INSTRUCTOR, one.from()),
                                            AppointmentFilter.ALL.dueBy(one.through()))
                                    .total());
                    assertThat(listed).as("its list is as long").isEqualTo(3);
                });
        assertThat(seatsPlanned()).isEqualTo(plannedBefore + 40);
        assertThat(quarters(scenario.manager(scenario.unit(provider, "home-health-care"))))
                .as("the neighbour")
                .allSatisfy(one -> assertThat(one.due()).isZero());
        seats.cancel(early);
        seats.cancel(late);
    }

    @Test
    void quarters_follow_each_other_from_today_and_a_role_without_a_refresher_has_none() {
        instructorDue(scenario.today().plusDays(20));

        List<RefresherQuarter> quarters = quarters(manager);

        assertThat(quarters.get(0).from()).isEqualTo(scenario.today());
        assertThat(quarters)
                .allSatisfy(one ->
                        assertThat(one.through().plusDays(1).getDayOfMonth()).isEqualTo(1));
        assertThat(as.<List<RefresherQuarter>>person(manager, () -> refreshers.quarters(SUPERVISOR)))
                .isEmpty();
    }

    @Test
    void never_offered_is_who_is_due_or_lapsed_without_any_refresher_open_in_the_months_before() {
        LocalDate today = scenario.today();
        long lapsed = instructorDue(today.minusDays(40));
        long licence = instructorDue(today.plusDays(300));
        county.append(List.of(NewFact.licenceWithdrawn(licence, "nurse", today.minusDays(10))));

        assertThat(neverOffered(manager)).as("not who lacks something else").containsExactly(lapsed);
        assertThat(neverOffered(scenario.manager(scenario.unit(provider))))
                .as("the neighbour")
                .isEmpty();

        long after = seats.training(REFRESHER, List.of(today.minusDays(39)));
        long cancelled = seats.training(REFRESHER, List.of(today.minusDays(60)));
        seats.cancel(cancelled);
        assertThat(neverOffered(manager)).as("too late, or cancelled").containsExactly(lapsed);

        long open = seats.training(REFRESHER, List.of(today.minusDays(60)));
        assertThat(neverOffered(manager))
                .as("one was open to all in the county")
                .isEmpty();
        seats.cancel(open);
        seats.cancel(after);
    }

    @Test
    void who_sees_no_names_gets_no_quarters_no_list_and_no_small_number() {
        long mas = scenario.official(Office.MAS, scenario.place(provider));
        LocalDate start = LocalDate.of(2023, 3, 1);
        for (int i = 0; i < 6; i++) {
            county.certified(scenario.employee(unit), SUPERVISOR, unit, start, start);
        }
        county.appointed(scenario.employee(unit), SUPERVISOR, unit, start);

        assertThatThrownBy(() -> as.person(mas, () -> refreshers.quarters(INSTRUCTOR)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(mas, () -> refreshers.neverOffered(INSTRUCTOR)))
                .isInstanceOf(AccessDenied.class);
        assertThat(told(mas).parts()).containsExactly(null, 6, null, null, null);
        assertThat(told(mas).sum()).as("seven less six is one person").isNull();
        assertThat(told(manager)).as("sees names, and exact figures").isNull();
        long neighbour = scenario.official(Office.MAS, scenario.place(scenario.organisation("norra")));
        assertThat(told(neighbour).parts()).containsOnlyNulls();

        for (int i = 0; i < 5; i++) {
            county.appointed(scenario.employee(unit), SUPERVISOR, unit, start);
        }
        assertThat(told(mas)).isEqualTo(SmallNumbers.of(List.of(6, 6, 0, 0, 0)));
    }

    private SmallNumbers told(long reader) {
        return as.person(reader, () -> coverage.standingsWithoutNames(SUPERVISOR, scenario.today()));
    }

    /** Certified so that the refresher is due on that day. */
    private long instructorDue(LocalDate due) {
        LocalDate trained = due.minusMonths(PERIOD_MONTHS);
        long person = scenario.employee(unit);
        county.certified(person, INSTRUCTOR, unit, trained.minusDays(1), trained);
        return person;
    }

    private List<RefresherQuarter> quarters(long reader) {
        return as.person(reader, () -> refreshers.quarters(INSTRUCTOR));
    }

    private int seatsPlanned() {
        return quarters(manager).stream().mapToInt(RefresherQuarter::seats).sum();
    }

    private List<Long> neverOffered(long reader) {
        return as.<List<AppointmentOnDay>>person(reader, () -> refreshers.neverOffered(INSTRUCTOR)).stream()
                .map(AppointmentOnDay::personId)
                .toList();
    }
}
