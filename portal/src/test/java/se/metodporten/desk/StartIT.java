package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.coverage.CoverageState;
import se.metodporten.harness.InPortal;

class StartIT extends InPortal {

    private static final String SUPERVISOR = "method-supervisor";

    @Inject
    private Start start;

    @Inject
    private Appointments appointments;

    @Test
    void a_coordinator_is_told_by_name_which_units_lack_someone_those_with_nobody_appointed_first() {
        String provider = scenario.organisation("vastra");
        long begun = scenario.unit(provider);
        long vacant = scenario.unit(provider);
        nominate(begun);
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place(provider));

        RoleAnswer answer = as.person(coordinator, () -> answer(start.answers()));

        assertThat(answer.lacking()).isEqualTo(2);
        assertThat(answer.lackingFirst())
                .extracting(one -> one.unit().unitId(), one -> one.unit().state())
                .containsExactly(tuple(vacant, CoverageState.VACANT), tuple(begun, CoverageState.NOT_COVERED));
        assertThat(answer.lackingFirst()).noneMatch(RoleAnswer.Urgent::mayAppoint);
    }

    @Test
    void a_manager_may_appoint_from_there_in_the_own_units_and_hears_of_no_others() {
        String provider = scenario.organisation("vastra");
        long own = scenario.unit(provider);
        scenario.unit(provider);

        RoleAnswer answer = as.person(scenario.manager(own), () -> answer(start.answers()));

        assertThat(answer.lackingFirst())
                .singleElement()
                .matches(RoleAnswer.Urgent::mayAppoint)
                .matches(one -> one.unit().unitId() == own);
    }

    @Test
    void many_lacking_units_are_counted_and_only_a_few_named() {
        String provider = scenario.organisation("vastra");
        for (int unit = 0; unit < 7; unit++) {
            scenario.unit(provider);
        }

        RoleAnswer answer = as.person(
                scenario.official(Office.COORDINATOR, scenario.place(provider)), () -> answer(start.answers()));

        assertThat(answer.lacking()).isEqualTo(7);
        assertThat(answer.lackingFirst()).hasSize(5);
    }

    @Test
    void an_employee_who_looks_after_no_place_hears_nothing_of_places() {
        long nurse = scenario.employee(scenario.unit("nora"));

        assertThat(as.<List<RoleAnswer>>person(nurse, () -> start.answers())).isEmpty();
    }

    @Test
    void a_place_that_needs_a_role_of_which_nothing_is_decided_hears_of_the_others() {
        long own = scenario.unit("nora");
        String begun = scenario.unique("borjad");
        database.execute(handle -> {
            handle.createUpdate("insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)"
                            + " values (:code, :code, :code, 'Prov', 'Trial', 'UNIT')")
                    .bind("code", begun)
                    .execute();
            handle.createUpdate(
                            "insert into need (role_id, place_id, number, reason, valid_from, known_from, recorded_by)"
                                    + " select id, :place, 1, 'Prov', '2020-01-01', '2020-01-01', 'system:test' from role"
                                    + " where code = :code")
                    .bind("place", own)
                    .bind("code", begun)
                    .execute();
        });

        assertThat(as.<List<RoleAnswer>>person(scenario.manager(own), () -> start.answers()))
                .extracting(answer -> answer.role().code())
                .contains(SUPERVISOR)
                .doesNotContain(begun);
    }

    private static RoleAnswer answer(List<RoleAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.role().code().equals(SUPERVISOR))
                .findFirst()
                .orElseThrow();
    }

    private void nominate(long unit) {
        long manager = scenario.manager(unit);
        long nurse = scenario.employee(unit);
        long role = database.query(handle -> handle.createQuery("select id from role where code = :code")
                .bind("code", SUPERVISOR)
                .mapTo(long.class)
                .one());
        NewAppointment form = new NewAppointment(
                scenario.unique("form"), nurse, role, unit, Set.of(), scenario.today(), Set.of(), Set.of());
        as.person(manager, () -> appointments.appoint(form));
    }
}
