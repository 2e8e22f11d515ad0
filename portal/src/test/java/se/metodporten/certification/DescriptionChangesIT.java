package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.Patience;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.role.DescriptionChanges;
import se.metodporten.role.DescriptionDraft;
import se.metodporten.role.RoleDecided;

/** The process leader records a new assignment description, with a transition end (rule 9). */
class DescriptionChangesIT extends InPortal {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int WINDOW = 6;

    @Inject
    private DescriptionChanges changes;

    @Inject
    private RolePreviews previews;

    @Inject
    private RoleChangeSteps steps;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Facts facts;

    @Inject
    private AppointmentRows rows;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private InTransaction transaction;

    @Inject
    private SignedIn signedIn;

    private String code;
    private long role;
    private long leader;

    @BeforeEach
    void a_role_that_asks_an_agreement() {
        code = scenario.unique("avtal").toLowerCase(Locale.ROOT);
        role = trialRoles.askingAnAgreement(code);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
    }

    @Test
    void what_is_previewed_is_what_then_comes() {
        long onTheOld = signed(1);
        signed(2);
        appointed();
        LocalDate end = scenario.today().plusMonths(WINDOW).plusDays(10);
        Map<Long, Timeline> before = timelines();

        String preview = preview(draft(end));
        List<RolePreviews.Row> shown =
                as.person(leader, () -> previews.page(preview, 1).rows());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        Map<Long, Timeline> after = timelines();
        assertThat(shown)
                .extracting(row -> new RoleChange(row.appointmentId(), row.firstDay(), row.before(), row.after()))
                .containsExactly(RoleChange.between(onTheOld, before.get(onTheOld), after.get(onTheOld))
                        .orElseThrow());
        Timeline timeline = after.get(onTheOld);
        LocalDate opens = end.minusMonths(WINDOW);
        assertThat(timeline.standingOn(opens.minusDays(1))).contains(Standing.CERTIFIED);
        assertThat(timeline.standingOn(opens)).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(end)).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(end.plusDays(1))).contains(Standing.LAPSED);
        assertThat(as.person(leader, () -> changes.versions(role)).get(0).transitionEnd())
                .isEqualTo(end);
    }

    @Test
    void without_a_transition_end_nobody_changes() {
        signed(1);

        String preview = preview(draft(null));

        assertThat(as.person(leader, () -> previews.state(preview)).changed()).isZero();
    }

    @Test
    void a_rebuild_finds_no_difference_and_tells_what_was_known_before() {
        long onTheOld = signed(1);
        RoleDecided decided =
                as.person(leader, () -> changes.decide(draft(scenario.today().plusDays(90))));
        untilBrought(decided);

        RuleBook rules = dossiers.rules();
        Dossier dossier = dossiers.ofRole(role, 0, 10).get(0);
        assertThat(dossier.appointee().appointmentId()).isEqualTo(onTheOld);
        assertThat(dossier.storedTimeline()).isEqualTo(dossier.timeline(rules));
        assertThat(dossier.history(rules))
                .anySatisfy(row -> assertThat(row.said().standing()).isEqualTo(Standing.CERTIFIED));
    }

    @Test
    void who_comes_second_is_told_and_changes_nothing() {
        DescriptionDraft first = draft(null);
        DescriptionDraft second = draft(null);
        as.person(leader, () -> changes.decide(first));

        assertThatThrownBy(() -> as.person(leader, () -> changes.decide(second)))
                .isInstanceOf(DomainException.class)
                .hasMessage("role.refused.describedMeanwhile");
        assertThat(as.person(leader, () -> changes.versions(role))).hasSize(2);
    }

    @Test
    void days_that_cannot_be_are_refused_at_their_fields() {
        LocalDate today = scenario.today();
        refused(
                new DescriptionDraft(role, 1, "Text", "Länsgruppen", today, today.minusDays(1), null),
                "appliesFrom",
                "role.refused.past");
        refused(
                new DescriptionDraft(role, 1, "Text", "Länsgruppen", today.plusDays(1), today.plusDays(1), null),
                "decidedOn",
                "role.refused.decidedAhead");
        refused(
                new DescriptionDraft(role, 1, "Text", "Länsgruppen", today, today.plusDays(5), today.plusDays(4)),
                "transitionEnd",
                "role.refused.transitionEnd");
        refused(
                new DescriptionDraft(role, 1, "Text", "Länsgruppen", null, today, null),
                "decidedOn",
                "role.refused.day");
        refused(new DescriptionDraft(role, 1, " ", "Länsgruppen", today, today, null), "text", "common.text.EMPTY");
        refused(new DescriptionDraft(role, 1, "Text", " ", today, today, null), "decidedBy", "common.text.EMPTY");
    }

    @Test
    void today_is_early_enough_and_the_first_day_late_enough_for_the_transition_to_end() {
        LocalDate today = scenario.today();
        DescriptionDraft draft = new DescriptionDraft(role, 1, "Text", "Länsgruppen", today, today, today);

        assertThat(as.person(leader, () -> changes.check(draft)).number()).isEqualTo(2);
    }

    @Test
    void a_version_applies_later_than_the_one_before() {
        LocalDate today = scenario.today();
        as.person(
                leader,
                () -> changes.decide(
                        new DescriptionDraft(role, 1, "Text", "Länsgruppen", today, today.plusDays(20), null)));

        refused(
                new DescriptionDraft(role, 2, "Text", "Länsgruppen", today, today.plusDays(20), null),
                "appliesFrom",
                "role.refused.beforeNewest");
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"PROCESS_LEADER", "EMPLOYEE", "METHOD_SUPERVISOR", "INSTRUCTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_process_leader_records_one(Office office) {
        long other = scenario.official(office, scenario.county());
        DescriptionDraft draft = draft(null);

        assertThatThrownBy(() -> as.person(other, () -> changes.decide(draft))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(other, () -> previews.start(draft))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(other, () -> changes.begin(code))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_page_shows_what_it_does_before_it_is_recorded() {
        signed(1);
        Wire browser = signedIn.as(leader);
        String page = "/certification/description-draft.xhtml?role=" + code;
        assertThat(browser.get(page).body()).contains("Den första texten.");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("form", "form");
        form.put("form:text", "Den andra texten.");
        form.put("form:decidedBy", "Länsgruppen");
        form.put("form:decidedOn", scenario.today().toString());
        form.put("form:appliesFrom", scenario.today().toString());
        form.put("form:transitionEnd", scenario.today().plusDays(60).toString());
        form.put("form:preview", "x");

        String location = browser.post(page, form).header("location");
        assertThat(location).contains("/certification/role-preview.xhtml?preview=");
        String preview = location.substring(location.indexOf("/certification"));
        Patience.until(LONG, () -> browser.get(preview).body().contains("form:decide"));
        assertThat(browser.get(preview).body()).contains("Den andra texten.", "1 av 1 uppdrag");

        browser.post(preview, Map.of("form", "form", "form:decide", "x"));

        Patience.until(LONG, () -> browser.get(preview).body().contains("Infört i 1 uppdrag."));
        assertThat(browser.get("/role/roles.xhtml").body()).contains("Den andra texten.");
    }

    private DescriptionDraft draft(@Nullable LocalDate transitionEnd) {
        DescriptionDraft begun = as.person(leader, () -> changes.begin(code));
        return new DescriptionDraft(
                role,
                begun.basedOn(),
                "Den andra texten.",
                "Länsgruppen",
                scenario.today(),
                scenario.today(),
                transitionEnd);
    }

    private void refused(DescriptionDraft draft, String field, String key) {
        assertThatThrownBy(() -> as.person(leader, () -> changes.check(draft)))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.key()).isEqualTo(key);
                });
    }

    private long appointed() {
        long person = rows.person();
        long appointment = rows.appointment(person, code, scenario.today().minusYears(1));
        transaction.run(() -> facts.append(
                NewFact.appointed(person, appointment, scenario.today().minusYears(1))));
        return appointment;
    }

    private long signed(int description) {
        long appointment = appointed();
        long person = database.query(handle -> handle.createQuery("select person_id from appointment where id = :id")
                .bind("id", appointment)
                .mapTo(long.class)
                .one());
        transaction.run(() -> facts.append(NewFact.agreementInForce(
                person,
                appointment,
                appointment,
                description,
                scenario.today().minusYears(1),
                CountyTime.END_OF_DAYS)));
        return appointment;
    }

    private String preview(DescriptionDraft draft) {
        String preview = as.person(leader, () -> previews.start(draft));
        Patience.until(
                LONG, () -> as.person(leader, () -> previews.state(preview).phase() == RolePreviews.Phase.DONE));
        return preview;
    }

    private void untilBrought(String preview) {
        untilBrought(
                as.person(leader, () -> previews.preview(preview).orElseThrow().decidedAs()));
    }

    private void untilBrought(RoleDecided decided) {
        Patience.until(LONG, () -> {
            guard.asSystem("test", () -> steps.next());
            return as.person(leader, () -> steps.progress(decided).orElseThrow().finished());
        });
    }

    private Map<Long, Timeline> timelines() {
        Map<Long, Timeline> timelines = new TreeMap<>();
        dossiers.ofRole(role, 0, 100)
                .forEach(dossier -> timelines.put(dossier.appointee().appointmentId(), dossier.storedTimeline()));
        return timelines;
    }
}
