package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.AppointmentSearch.Sort;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.harness.InPortal;
import se.metodporten.role.RoleBook;

class AppointmentListsIT extends InPortal {

    @Inject
    private AppointmentLists lists;

    @Inject
    private Appointments appointments;

    @Inject
    private Deeds deeds;

    @Inject
    private RoleBook roles;

    @Test
    void a_manager_sees_the_own_unit_and_nothing_of_the_neighbours() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long mine = appoint(manager, scenario.employee(unit), unit);
        long neighbourUnit = scenario.unit("nora");
        long theirs = appoint(scenario.manager(neighbourUnit), scenario.employee(neighbourUnit), neighbourUnit);

        assertThat(found(manager, search(null, null))).contains(mine).doesNotContain(theirs);
        assertThat(found(manager, search(neighbourUnit, null))).isEmpty();
    }

    @Test
    void a_coordinator_sees_the_own_district_without_those_who_are_protected() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long open = appoint(manager, scenario.employee(unit), unit);
        long hidden = appoint(manager, scenario.protectedEmployee(unit), unit);
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long elsewhere = scenario.official(Office.COORDINATOR, scenario.place("vastra"));

        assertThat(found(coordinator, search(unit, null))).containsExactly(open);
        assertThat(found(manager, search(unit, null))).containsExactlyInAnyOrder(open, hidden);
        assertThat(found(elsewhere, search(unit, null))).isEmpty();
    }

    @Test
    void who_sees_no_people_gets_no_list() {
        long nurse = scenario.employee(scenario.unit("nora"));

        assertThatThrownBy(() -> found(nurse, search(null, null))).isInstanceOf(AccessDenied.class);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void every_sort_shows_the_same_people_once(Sort sort) {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        for (int i = 0; i < 3; i++) {
            appoint(manager, scenario.employee(unit), unit);
        }

        for (boolean falling : new boolean[] {false, true}) {
            AppointmentSearch search = new AppointmentSearch(unit, null, null, "", sort, falling, scenario.today());
            assertThat(found(manager, search)).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_standing_filters_and_the_ended_are_shown_when_asked_for() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long ended = appoint(manager, scenario.employee(unit), unit);
        long open = appoint(manager, scenario.employee(unit), unit);
        as.person(
                manager,
                () -> deeds.carryOut(ended, new Deed.End(scenario.today().minusDays(1)), deeds.seen(ended)));

        assertThat(found(manager, search(unit, null))).containsExactly(open);
        assertThat(found(manager, search(unit, Standing.ENDED))).containsExactly(ended);
        assertThat(found(manager, search(unit, Standing.NOMINATED))).containsExactly(open);
        assertThat(found(manager, search(unit, Standing.CERTIFIED))).isEmpty();
    }

    @Test
    void what_is_typed_in_the_search_is_only_text() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        appoint(manager, scenario.employee(unit), unit);

        for (String typed : new String[] {"%", "_", "' or 1=1 --", "|", "<script>"}) {
            assertThat(found(
                            manager,
                            new AppointmentSearch(unit, null, null, typed, Sort.NAME, false, scenario.today())))
                    .isEmpty();
        }
    }

    private long[] found(long reader, AppointmentSearch search) {
        Page<AppointmentRow> page = as.person(reader, () -> lists.find(search, Paging.FIRST));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().mapToLong(AppointmentRow::id).toArray();
    }

    private AppointmentSearch search(Long unit, Standing standing) {
        return new AppointmentSearch(unit, null, standing, "", Sort.DUE, false, scenario.today());
    }

    private long appoint(long manager, long person, long unit) {
        LocalDate from = scenario.today().minusDays(30);
        long role = roles.roles().get(0).id();
        return as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(), person, role, unit, Set.of(), from, Set.of(), Set.of())));
    }
}
