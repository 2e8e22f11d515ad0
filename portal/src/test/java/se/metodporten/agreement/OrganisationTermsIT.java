package se.metodporten.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.TrialRoles;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.role.OrganisationTerms;
import se.metodporten.role.TermsOfOrganisations;

/** What an organisation adds to a role stands in the agreements it offers from that day on. */
class OrganisationTermsIT extends InPortal {

    @Inject
    private TermsOfOrganisations terms;

    @Inject
    private Agreements agreements;

    @Inject
    private Appointments appointments;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private SignedIn signedIn;

    private String code;
    private long role;
    private long leader;
    private long organisation;

    @BeforeEach
    void a_role_with_a_common_description() {
        code = scenario.unique("villkor").toLowerCase(Locale.ROOT);
        role = trialRoles.askingAnAgreement(code);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        organisation = scenario.place("laxa");
    }

    @Test
    void they_stand_in_the_text_of_that_organisation_and_no_other() {
        decide(25, "Uppdraget delas av två.", scenario.today());

        assertThat(offeredIn("laxa")).contains("25 procent av heltid", "Uppdraget delas av två.", "Den första texten.");
        assertThat(offeredIn("nora")).contains("Den första texten.").doesNotContain("procent", "delas av två");
    }

    @Test
    void before_their_day_they_do_not_and_a_later_decision_goes_before() {
        decide(25, "", scenario.today());
        decide(50, "", scenario.today().plusDays(1));
        assertThat(offeredIn("laxa")).contains("25 procent");

        decide(null, "Enligt schema.", scenario.today());
        assertThat(offeredIn("laxa")).contains("Enligt schema.").doesNotContain("procent");
    }

    @Test
    void who_comes_second_is_told() {
        OrganisationTerms seen = read();
        decide(25, "", scenario.today());

        assertThatThrownBy(() -> as.person(
                        leader,
                        () -> terms.decide(
                                code, new OrganisationTerms(organisation, "", 50, "", scenario.today()), seen)))
                .hasMessage("common.refused.changedMeanwhile");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        refused("share", 0, scenario.today());
        refused("share", 101, scenario.today());
        refused("from", 25, scenario.today().minusDays(1));
        refused("from", 25, null);
        decide(1, "", scenario.today());
        decide(100, "Två rader.\nDen andra.", scenario.today());
        assertThatThrownBy(() -> decide(25, "Vänd \u202E om", scenario.today())).hasMessage("common.text.DIRECTION");
    }

    @Test
    void nothing_but_an_organisation_has_them() {
        OrganisationTerms asked = new OrganisationTerms(scenario.unit("laxa"), "", 25, "", scenario.today());
        OrganisationTerms nothing = new OrganisationTerms(asked.organisationId(), "", null, "", null);

        assertThatThrownBy(() -> as.person(leader, () -> terms.decide(code, asked, nothing)))
                .hasMessage("role.refused.organisation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"PROCESS_LEADER", "EMPLOYEE", "METHOD_SUPERVISOR", "INSTRUCTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_process_leader_decides_them(Office office) {
        leader = scenario.official(office, scenario.county());
        OrganisationTerms asked = new OrganisationTerms(organisation, "", 25, "", scenario.today());

        assertThatThrownBy(() -> as.person(leader, () -> terms.of(code))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(leader, () -> terms.decide(code, asked, asked)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_page_decides_and_shows_them() {
        Wire browser = signedIn.as(leader);
        String page = "/role/terms.xhtml?role=" + code + "&organisation=" + organisation;
        Map<String, String> form = Map.of(
                "form", "form",
                "form:share", "30",
                "form:additions", "Med egen tid.",
                "form:from", scenario.today().toString(),
                "form:decide", "x");

        assertThat(browser.post(page, form).header("location")).contains("/role/terms.xhtml?role=" + code);
        assertThat(browser.get("/role/terms.xhtml?role=" + code).body()).contains("30 procent", "Med egen tid.");
    }

    private String offeredIn(String place) {
        long unit = scenario.unit(place);
        long manager = scenario.manager(unit);
        long nurse = scenario.employee(unit);
        long appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(),
                        nurse,
                        role,
                        unit,
                        Set.of(),
                        scenario.today(),
                        Set.of(),
                        Set.of())));
        return as.person(
                nurse,
                () -> agreements
                        .read(agreements.latestOf(appointment).orElseThrow().id())
                        .text());
    }

    private OrganisationTerms read() {
        return as.person(leader, () -> terms.of(code)).stream()
                .filter(one -> one.organisationId() == organisation)
                .findFirst()
                .orElseThrow();
    }

    private void decide(@Nullable Integer share, String additions, @Nullable LocalDate from) {
        OrganisationTerms seen = read();
        as.person(
                leader,
                () -> terms.decide(code, new OrganisationTerms(organisation, "", share, additions, from), seen));
    }

    private void refused(String field, Integer share, @Nullable LocalDate from) {
        assertThatThrownBy(() -> decide(share, "", from))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
