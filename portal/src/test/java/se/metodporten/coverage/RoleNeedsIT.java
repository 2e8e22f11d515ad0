package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.TrialRoles;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.role.NewRoles;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** The process leader decides what places of a kind need; each test of a role of its own. */
class RoleNeedsIT extends InPortal {

    private static final String KIND = "nursing-home";
    private static final KindNeed TWO = new KindNeed(KIND, OrganisationKind.MUNICIPALITY, 2);
    private static final KindNeed ONE = new KindNeed(KIND, null, 1);

    @Inject
    private RoleNeeds roleNeeds;

    @Inject
    private Needs needs;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private NewRoles newRoles;

    @Inject
    private RoleBook book;

    @Inject
    private SignedIn signedIn;

    private String role;
    private long leader;

    @BeforeEach
    void a_role_that_nobody_needs_yet() {
        role = scenario.unique("behov").toLowerCase(Locale.ROOT);
        trialRoles.askingAnAgreement(role);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
    }

    /** Places of other tests need what the county decided, no more. */
    @AfterEach
    void nobody_needs_it_any_longer() {
        database.execute(handle -> handle.createUpdate("""
                        update need set known_until = known_from
                        where role_id = (select id from role where code = :role)""").bind("role", role).execute());
    }

    @Test
    void from_its_day_on_the_places_of_the_kind_need_it_and_no_others() {
        long home = scenario.unit("nora", KIND);
        long other = scenario.unit("nora", "home-health-care");
        decide(today().plusDays(5), TWO);

        assertThat(need(home, today().plusDays(4))).isZero();
        assertThat(need(home, today().plusDays(5))).isEqualTo(2);
        assertThat(need(other, today().plusDays(5))).isZero();
    }

    @Test
    void a_later_decision_leaves_the_days_before_it() {
        long home = scenario.unit("nora", KIND);
        decide(today(), ONE);
        decide(today().plusDays(9), TWO);

        assertThat(need(home, today().plusDays(8))).isEqualTo(1);
        assertThat(need(home, today().plusDays(9))).isEqualTo(2);
        assertThat(read().coming()).containsExactly(today().plusDays(9));

        decide(today().plusDays(3), new KindNeed(KIND, null, 0));
        assertThat(need(home, today().plusDays(2))).isEqualTo(1);
        assertThat(need(home, today().plusDays(3))).isZero();
        assertThat(need(home, today().plusDays(9))).isZero();
    }

    @Test
    void what_goes_for_one_kind_of_organisation_goes_before_what_goes_for_all() {
        long municipal = scenario.unit("nora", KIND);
        long regional = scenario.unit("region-orebro-lan", KIND, "norra");
        decide(today(), ONE, TWO);

        assertThat(need(municipal, today())).isEqualTo(2);
        assertThat(need(regional, today())).isEqualTo(1);
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        decide(today(), ONE);
        long version = read().version();
        decide(today(), ONE);

        assertThat(read().version()).isEqualTo(version);
    }

    @Test
    void who_comes_second_is_told_and_changes_nothing() {
        long seen = read().version();
        decide(today(), ONE);

        assertThatThrownBy(() -> decide(seen, today(), TWO)).hasMessage("common.refused.changedMeanwhile");
        assertThat(read().needs()).containsExactly(ONE);
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        refused("from", "coverage.refused.needPast", today().minusDays(1), ONE);
        refused("number-1", "coverage.refused.number", today(), ONE, new KindNeed("short-stay", null, 21));
        refused("number-0", "coverage.refused.number", today(), new KindNeed(KIND, null, -1));
        refused("organisationKind-1", "coverage.refused.needTwice", today(), ONE, new KindNeed(KIND, null, 2));
    }

    @Test
    void a_role_of_which_nothing_is_decided_is_not_needed_yet() {
        String begun = as.person(
                leader,
                () -> newRoles.begin(new NewRoles.Begun(
                        scenario.unique("Ny "), scenario.unique("New "), "Prov", "Trial", Role.HeldAt.UNIT)));

        assertThatThrownBy(() -> as.person(leader, () -> roleNeeds.decide(begun, today(), List.of(ONE), 0)))
                .hasMessage("coverage.refused.needOfBegun");
    }

    @Test
    void it_is_needed_only_by_kinds_of_places_where_it_is_held() {
        String ofOrganisations = book.roles().stream()
                .filter(one -> one.heldAt() == Role.HeldAt.ORGANISATION)
                .findFirst()
                .orElseThrow()
                .code();

        assertThatThrownBy(() -> as.person(leader, () -> roleNeeds.decide(ofOrganisations, today(), List.of(TWO), 0)))
                .hasMessage("coverage.refused.noSuchNeed");
        assertThatThrownBy(() -> decide(today(), new KindNeed("no-such-kind", null, 1)))
                .hasMessage("coverage.refused.noSuchNeed");
        assertThatThrownBy(() -> decide(today(), new KindNeed(null, OrganisationKind.MUNICIPALITY, 1)))
                .hasMessage("coverage.refused.noSuchNeed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"PROCESS_LEADER", "EMPLOYEE", "METHOD_SUPERVISOR", "INSTRUCTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_process_leader_decides_it(Office office) {
        leader = scenario.official(office, scenario.county());

        assertThatThrownBy(this::read).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> decide(0, today(), ONE)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_page_shows_every_kind_and_decides() {
        scenario.unit("nora", KIND);
        Wire browser = signedIn.as(leader);
        String page = "/coverage/role-need.xhtml?role=" + role;
        String shown = browser.get(page).body();
        assertThat(shown).contains("Särskilt boende", "Vårdcentral");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("form", "form");
        form.put("form:from", today().toString());
        for (int i = 0; shown.contains("form:kind:" + i + ":number"); i++) {
            form.put("form:kind:" + i + ":number", "1");
            form.put("form:kind:" + i + ":organisationKind", "MUNICIPALITY");
        }
        form.put("form:decide", "x");

        assertThat(browser.post(page, form).header("location")).contains("/role/roles.xhtml");
        assertThat(read().needs()).contains(new KindNeed(KIND, OrganisationKind.MUNICIPALITY, 1));
    }

    private int need(long place, LocalDate day) {
        return as.person(leader, () -> needs.of(place, role, day)).on(day);
    }

    private RoleNeeds.Decided read() {
        return as.person(leader, () -> roleNeeds.of(role, today()));
    }

    private void decide(LocalDate from, KindNeed... asked) {
        decide(read().version(), from, asked);
    }

    private void decide(long seen, LocalDate from, KindNeed... asked) {
        as.person(leader, () -> roleNeeds.decide(role, from, List.of(asked), seen));
    }

    private void refused(String field, String key, LocalDate from, KindNeed... asked) {
        assertThatThrownBy(() -> decide(from, asked)).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.key()).isEqualTo(key);
        });
    }

    private LocalDate today() {
        return scenario.today();
    }
}
