package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.metodporten.coverage.CoveredCounty.INSTRUCTOR;
import static se.metodporten.coverage.CoveredCounty.LEADER;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;

/** Exceptions to what a place needs. */
class NeedsIT extends InPortal {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Inject
    private Needs needs;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private Clock clock;

    private long unit;
    private long coordinator;

    @BeforeEach
    void aUnitWithOneCertifiedSupervisor() {
        unit = scenario.unit("nora");
        county.certified(scenario.employee(unit), SUPERVISOR, unit, DAY.minusYears(1), DAY.minusYears(1));
        coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
    }

    @Test
    void coverage_changes_at_once_from_the_day_and_what_was_known_before_can_be_told() {
        assertThat(state(DAY, CoverageQuestion.NOW)).isEqualTo(CoverageState.COVERED);
        Instant before = clock.instant();

        decide(2, "Två avdelningar", DAY, CountyTime.END_OF_DAYS);

        assertThat(state(DAY.minusDays(1), CoverageQuestion.NOW)).isEqualTo(CoverageState.COVERED);
        assertThat(state(DAY, CoverageQuestion.NOW)).isEqualTo(CoverageState.PARTLY);
        assertThat(state(DAY, before)).isEqualTo(CoverageState.COVERED);
        PlaceNeed need = need();
        assertThat(need.general()).isEqualTo(1);
        assertThat(need.on(DAY)).isEqualTo(2);
        assertThat(need.on(DAY.minusDays(1))).isEqualTo(1);
        assertThat(need.exceptionOn(DAY).orElseThrow().recordedBy())
                .as("who decided is told")
                .isNotBlank();
    }

    @Test
    void none_needed_takes_the_place_out_of_the_need_and_as_others_again_brings_it_back() {
        decide(0, "Stängd för ombyggnad", DAY, DAY.plusMonths(2));
        assertThat(state(DAY, CoverageQuestion.NOW)).isNull();
        assertThat(state(DAY.plusMonths(2), CoverageQuestion.NOW)).isNull();
        assertThat(state(DAY.plusMonths(2).plusDays(1), CoverageQuestion.NOW)).isEqualTo(CoverageState.COVERED);

        decide(null, "Ombyggnaden klar i förtid", DAY.plusMonths(1), CountyTime.END_OF_DAYS);
        assertThat(state(DAY.plusMonths(1).minusDays(1), CoverageQuestion.NOW)).isNull();
        assertThat(state(DAY.plusMonths(1), CoverageQuestion.NOW)).isEqualTo(CoverageState.COVERED);
    }

    @Test
    void a_decision_about_some_days_leaves_the_days_before_and_after_as_they_were() {
        decide(3, "Stor enhet", DAY, CountyTime.END_OF_DAYS);
        decide(1, "Halva enheten stängd", DAY.plusDays(10), DAY.plusDays(19));

        assertThat(need().exceptions().stream().filter(one -> one.replacedAt() == null))
                .extracting(NeedException::number, NeedException::validFrom, NeedException::validThrough)
                .containsExactlyInAnyOrder(
                        tuple(3, DAY, DAY.plusDays(9)),
                        tuple(1, DAY.plusDays(10), DAY.plusDays(19)),
                        tuple(3, DAY.plusDays(20), CountyTime.END_OF_DAYS));
        assertThat(need().exceptions().stream().filter(one -> one.replacedAt() != null))
                .as("what was decided first stays in the history")
                .extracting(NeedException::number, NeedException::validThrough)
                .containsExactly(tuple(3, CountyTime.END_OF_DAYS));
    }

    @Test
    void the_same_decision_sent_twice_is_one_and_another_on_an_old_form_is_refused() {
        long seen = need().version();
        NeedDecision first = decision(2, "Två hus", DAY, CountyTime.END_OF_DAYS);
        as.person(coordinator, () -> needs.decide(first, seen));
        as.person(coordinator, () -> needs.decide(first, seen));
        assertThat(need().exceptions()).hasSize(1);

        NeedDecision other = decision(3, "Tre hus", DAY, CountyTime.END_OF_DAYS);
        assertThatThrownBy(() -> as.person(coordinator, () -> needs.decide(other, seen)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.key()).isEqualTo("common.refused.changedMeanwhile"));
        assertThat(need().on(DAY)).isEqualTo(2);
    }

    @Test
    void only_who_follows_up_the_place_decides_and_the_neighbour_does_not() {
        NeedDecision decision = decision(2, "Skäl", DAY, CountyTime.END_OF_DAYS);
        for (long other : List.of(
                scenario.official(Office.COORDINATOR, scenario.place("sodra")),
                scenario.official(Office.MAS, scenario.place("nora")),
                scenario.manager(unit),
                scenario.person())) {
            assertThatThrownBy(() -> as.person(other, () -> needs.decide(decision, 0)))
                    .isInstanceOf(AccessDenied.class);
        }
        long southern = scenario.official(Office.COORDINATOR, scenario.place("sodra"));
        assertThatThrownBy(() -> as.person(southern, () -> needs.of(unit, SUPERVISOR, DAY)))
                .isInstanceOf(AccessDenied.class);
        assertThat(need().exceptions()).isEmpty();
    }

    @Test
    void a_county_wide_unit_is_the_process_leaders_to_decide_about() {
        long hospital = scenario.unit("region-orebro-lan", "hospital-ward");
        NeedDecision decision = new NeedDecision(hospital, SUPERVISOR, 2, "Stor", DAY, CountyTime.END_OF_DAYS);

        assertThatThrownBy(() -> as.person(coordinator, () -> needs.decide(decision, 0)))
                .isInstanceOf(AccessDenied.class);
        long leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        as.person(leader, () -> needs.decide(decision, 0));
        assertThat(as.<PlaceNeed>person(leader, () -> needs.of(hospital, SUPERVISOR, DAY))
                        .on(DAY))
                .isEqualTo(2);
    }

    @Test
    void a_municipality_may_need_no_local_process_leader_and_a_unit_never_does() {
        long municipality = scenario.place("ljusnarsberg");
        as.person(
                coordinator,
                () -> needs.decide(
                        new NeedDecision(municipality, LEADER, 0, "Delar med Lindesberg", DAY, DAY.plusDays(9)), 0));
        assertThat(as.<PlaceNeed>person(coordinator, () -> needs.of(municipality, LEADER, DAY))
                        .on(DAY))
                .isZero();

        NeedDecision nonsense = new NeedDecision(unit, LEADER, 1, "Skäl", DAY, DAY);
        assertThatThrownBy(() -> as.person(coordinator, () -> needs.decide(nonsense, 0)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void what_nobody_means_is_refused_at_its_field() {
        refused("number", -1, "Skäl", DAY, DAY);
        refused("number", 21, "Skäl", DAY, DAY);
        refused("reason", 1, "  ", DAY, DAY);
        refused("reason", 1, "x".repeat(501), DAY, DAY);
        refused("from", 1, "Skäl", LocalDate.of(1899, 12, 31), DAY);
        refused("from", 1, "Skäl", LocalDate.of(10000, 1, 1), LocalDate.of(10000, 1, 1));
        refused("through", 1, "Skäl", DAY, DAY.minusDays(1));
    }

    @Test
    void an_exception_counts_for_its_own_role_only() {
        decide(4, "Skäl", DAY, CountyTime.END_OF_DAYS);

        assertThat(as.<PlaceNeed>person(coordinator, () -> needs.of(unit, INSTRUCTOR, DAY))
                        .on(DAY))
                .isEqualTo(1);
    }

    private void refused(String field, int number, String reason, LocalDate from, LocalDate through) {
        assertThatThrownBy(() -> decision(number, reason, from, through))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private void decide(@Nullable Integer number, String reason, LocalDate from, LocalDate through) {
        long seen = need().version();
        as.person(coordinator, () -> needs.decide(decision(number, reason, from, through), seen));
    }

    private NeedDecision decision(@Nullable Integer number, String reason, LocalDate from, LocalDate through) {
        return new NeedDecision(unit, SUPERVISOR, number, reason, from, through);
    }

    private PlaceNeed need() {
        return as.person(coordinator, () -> needs.of(unit, SUPERVISOR, DAY));
    }

    private @Nullable CoverageState state(LocalDate day, Instant knownAt) {
        UnitFilter only = UnitFilter.ALL.only(unit);
        return as.person(
                coordinator,
                () -> coverage.units(new CoverageQuestion(SUPERVISOR, day, knownAt, false), only).rows().stream()
                        .findFirst()
                        .map(CoveredUnit::state)
                        .orElse(null));
    }
}
