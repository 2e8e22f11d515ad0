package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.coverage.CoveredCounty.INSTRUCTOR;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.Page;
import se.metodporten.harness.InPortal;

/** All roles at once tell what each role's own figures and lists tell. */
class InSightIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final int NAMED = 2;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Test
    void each_role_stands_as_its_figures_and_lists_say_whoever_asks() {
        LocalDate soon = county.today().plusDays(90);
        long lost = scenario.unit("nora", "home-health-care");
        long vacant = scenario.unit("nora", "home-health-care");
        long begun = scenario.unit("nora", "home-health-care");
        long supervisor = scenario.employee(lost);
        county.end(
                supervisor,
                county.certified(supervisor, SUPERVISOR, lost, START, START),
                county.today().plusDays(30));
        county.certified(scenario.employee(lost), INSTRUCTOR, lost, START, county.today());
        county.appointed(scenario.employee(begun), INSTRUCTOR, begun, START);
        long manager = scenario.manager(lost);
        scenario.grant(manager, Office.MANAGER, vacant);
        scenario.grant(manager, Office.MANAGER, begun);

        as.person(manager, () -> {
            Map<String, RoleInSight> roles = compared(soon);
            assertThat(roles).containsKeys(SUPERVISOR, INSTRUCTOR);
            assertThat(roles.get(SUPERVISOR).lacking()).isEqualTo(2);
            assertThat(roles.get(SUPERVISOR).losingFirst())
                    .singleElement()
                    .matches(unit -> unit.unitId() == lost)
                    .matches(unit -> county.today().plusDays(31).equals(unit.lostOn()));
            assertThat(roles.get(INSTRUCTOR).losing()).isZero();
            assertThat(roles.get(INSTRUCTOR).lackingFirst())
                    .extracting(CoveredUnit::unitId)
                    .containsExactly(vacant, begun);
        });
        as.person(scenario.official(Office.COORDINATOR, scenario.place("norra")), () -> compared(soon));
        as.person(scenario.official(Office.PROCESS_LEADER, scenario.county()), () -> compared(soon));
    }

    @Test
    void who_looks_after_no_place_may_not_ask() {
        long nurse = scenario.employee(scenario.unit("nora"));

        assertThatThrownBy(() -> as.<List<RoleInSight>>person(nurse, () -> coverage.inSight(county.today(), NAMED)))
                .isInstanceOf(AccessDenied.class);
    }

    /** @return by code of the role */
    private Map<String, RoleInSight> compared(LocalDate soon) {
        Map<Long, RoleInSight> told = coverage.inSight(soon, NAMED).stream()
                .collect(Collectors.toMap(RoleInSight::roleId, Function.identity()));
        List<NeededRole> needed = coverage.roles(county.today());
        for (NeededRole role : needed) {
            CoverageQuestion question = CoverageQuestion.of(role.code(), county.today());
            CoverageFigure total = coverage.total(question);
            RoleInSight inSight = told.get(role.id());
            if (inSight == null) {
                assertThat(total.inNeed()).as(role.code()).isZero();
                continue;
            }
            Page<CoveredUnit> lacking = coverage.units(
                    question, UnitFilter.ALL.lackingMostUrgentFirst().first(NAMED));
            Page<CoveredUnit> losing =
                    coverage.units(question, UnitFilter.ALL.lostBy(soon).first(NAMED));
            assertThat(inSight.inNeed()).as(role.code()).isEqualTo(total.inNeed());
            assertThat(inSight.lacking()).as(role.code()).isEqualTo(lacking.total());
            assertThat(inSight.lackingFirst()).as(role.code()).isEqualTo(lacking.rows());
            assertThat(inSight.losing()).as(role.code()).isEqualTo(losing.total());
            assertThat(inSight.losingFirst())
                    .as(role.code())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lostOnIfPlanned")
                    .isEqualTo(losing.rows());
        }
        return needed.stream()
                .filter(role -> told.containsKey(role.id()))
                .collect(Collectors.toMap(NeededRole::code, role -> told.get(role.id())));
    }
}
