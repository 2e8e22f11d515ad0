package se.metodporten.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** A role is data: the process leader makes one that nobody wrote code for. */
class NewRolesIT extends InPortal {

    @Inject
    private NewRoles newRoles;

    @Inject
    private Roles roles;

    @Inject
    private RoleChanges changes;

    @Inject
    private Appointments appointments;

    @Inject
    private Standings standings;

    @Inject
    private SignedIn signedIn;

    private long leader;
    private String name;

    @BeforeEach
    void a_process_leader() {
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        name = scenario.unique("Ömbud ");
    }

    @Test
    void a_role_is_made_decided_and_held_by_someone() {
        String code = begin(Role.HeldAt.UNIT);
        assertThat(code).matches("ombud-[a-z0-9-]+");
        assertThat(as.person(leader, newRoles::begun)).extracting(Role::code).contains(code);
        assertThat(as.person(leader, roles::all)).extracting(Role::code).doesNotContain(code);

        RoleDraft draft = as.person(leader, () -> changes.begin(code));
        as.person(
                leader,
                () -> changes.decide(new RoleDraft(
                        draft.roleId(),
                        draft.basedOn(),
                        draft.validFrom(),
                        draft.transition(),
                        draft.windowMonths(),
                        List.of(new RoleDraft.Asked(
                                Requirement.Kind.ATTESTATION,
                                "attestation-1",
                                "Kan det",
                                "Knows it",
                                Requirement.Terms.NONE,
                                List.of())))));

        assertThat(as.person(leader, roles::today))
                .anySatisfy(role -> assertThat(role.role().code()).isEqualTo(code));
        assertThat(as.person(leader, newRoles::begun)).extracting(Role::code).doesNotContain(code);
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long employee = scenario.employee(unit);
        LocalDate today = scenario.today();
        long appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(),
                        employee,
                        draft.roleId(),
                        unit,
                        Set.of(),
                        today,
                        Set.of("attestation-1"),
                        Set.of())));
        assertThat(as.person(employee, () -> standings.card(appointment)).now().standing())
                .isEqualTo(Standing.CERTIFIED);
    }

    @Test
    void one_that_applies_later_is_found_until_then() {
        String code = begin(Role.HeldAt.UNIT);
        RoleDraft draft = as.person(leader, () -> changes.begin(code));
        LocalDate first = scenario.today().plusDays(30);
        as.person(
                leader,
                () -> changes.decide(new RoleDraft(
                        draft.roleId(),
                        draft.basedOn(),
                        first,
                        first,
                        draft.windowMonths(),
                        List.of(new RoleDraft.Asked(
                                Requirement.Kind.ATTESTATION,
                                "attestation-1",
                                "Kan det",
                                "Knows it",
                                Requirement.Terms.NONE,
                                List.of())))));

        assertThat(as.<List<NewRoles.Coming>>person(leader, () -> newRoles.coming()))
                .filteredOn(one -> one.role().code().equals(code))
                .extracting(NewRoles.Coming::from)
                .containsExactly(first);
        assertThat(signedIn.as(leader).get("/certification/role-new.xhtml").body())
                .contains(name.strip(), "/certification/description-draft.xhtml?role=" + code);
    }

    @Test
    void nobody_is_appointed_before_it_is_decided_what_it_requires() {
        String code = begin(Role.HeldAt.UNIT);
        long role = as.person(leader, () -> changes.role(code)).id();
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long employee = scenario.employee(unit);

        assertThatThrownBy(() -> as.person(
                        manager,
                        () -> appointments.appoint(new NewAppointment(
                                UUID.randomUUID().toString(),
                                employee,
                                role,
                                unit,
                                Set.of(),
                                scenario.today(),
                                Set.of(),
                                Set.of()))))
                .isInstanceOf(DomainException.class)
                .hasMessage("role.refused.unknown");
    }

    @Test
    void two_roles_of_one_name_would_be_mistaken_for_each_other() {
        begin(Role.HeldAt.UNIT);

        assertThatThrownBy(() -> begin(Role.HeldAt.ORGANISATION))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("nameSv");
                    assertThat(refusal.key()).isEqualTo("role.refused.nameTaken");
                });
    }

    @Test
    void a_name_has_letters() {
        name = "!!!";

        assertThatThrownBy(() -> begin(Role.HeldAt.UNIT)).hasMessage("role.refused.name");
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"PROCESS_LEADER", "EMPLOYEE", "METHOD_SUPERVISOR", "INSTRUCTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_process_leader_makes_one(Office office) {
        leader = scenario.official(office, scenario.county());

        assertThatThrownBy(() -> begin(Role.HeldAt.UNIT)).isInstanceOf(AccessDenied.class);
        assertThat(signedIn.as(leader).get("/certification/role-new.xhtml").status())
                .isEqualTo(403);
    }

    @Test
    void the_page_leads_on_to_what_it_requires() {
        Wire browser = signedIn.as(leader);
        Wire.Answer sent = browser.post(
                "/certification/role-new.xhtml",
                Map.of(
                        "form", "form",
                        "form:nameSv", name,
                        "form:nameEn", "Trial",
                        "form:purposeSv", "Prov",
                        "form:purposeEn", "Trial",
                        "form:heldAt", "ORGANISATION",
                        "form:begin", "x"));

        assertThat(sent.header("location")).contains("/certification/role-draft.xhtml?role=ombud-");
    }

    private String begin(Role.HeldAt heldAt) {
        return as.person(leader, () -> newRoles.begin(new NewRoles.Begun(name, "Trial", "Prov", "Trial", heldAt)));
    }
}
