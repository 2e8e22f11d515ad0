package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.Patience;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleChanges;
import se.metodporten.role.RoleDecided;
import se.metodporten.role.RoleDraft;

/** The process leader changes what a role asks. Each test has a role of its own: those of the county stay as they are. */
class RoleChangesIT extends InPortal {

    private static final String COURSE = "visam-grunderna";
    private static final String MEETING = "introduction-meeting";
    private static final String REFRESHER = "instructor-refresher";
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    private RoleChanges changes;

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
    private InTransaction transaction;

    @Inject
    private SignedIn signedIn;

    private String role;
    private long leader;
    private LocalDate start;

    @BeforeEach
    void role_of_the_tests_own() {
        role = scenario.unique("prov");
        start = scenario.today().minusYears(1);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.place("orebro-lan"));
        long id = insert(
                "insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)"
                        + " values (:a, 'Provroll', 'Trial role', 'Prov', 'Trial', 'UNIT')",
                role);
        long version = insert(
                "insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)"
                        + " values (:a, '2020-01-01', '2020-01-01', '2020-01-01', 6, 'system:test')",
                id);
        insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 1, 'COURSE', '" + COURSE + "', 'Kursen', 'The course')",
                version);
        insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 2, 'ATTESTATION', 'knows', 'Kan det', 'Knows it')",
                version);
    }

    @Test
    void what_is_previewed_is_what_then_comes() {
        people();
        Map<Long, Timeline> before = timelines();

        String preview = preview(withMeetingInsteadOfAttestation());
        List<RolePreviews.Row> shown =
                as.person(leader, () -> previews.page(preview, 1).rows());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        Map<Long, Timeline> after = timelines();
        List<RoleChange> came = new ArrayList<>();
        before.forEach((id, timeline) ->
                RoleChange.between(id, timeline, after.get(id)).ifPresent(came::add));
        assertThat(shown)
                .extracting(row -> new RoleChange(row.appointmentId(), row.firstDay(), row.before(), row.after()))
                .containsExactlyInAnyOrderElementsOf(came)
                .hasSize(2);
        assertThat(as.person(leader, () -> previews.state(preview)).changed()).isEqualTo(2);
    }

    @Test
    void what_was_decided_of_every_kind_is_there_to_be_changed() {
        Draft draft = new Draft();
        draft.asked.set(0, course(3, scenario.today().plusDays(90)));
        draft.asked.add(at("nursing-home", asked(Requirement.Kind.TRAINING, "instructor-training", "Utbildningen")));
        draft.asked.add(recurring(2, 12));
        draft.asked.add(refresher(Requirement.NextDueFrom.FIXED_DAY, MonthDay.of(2, 29), "instructor-training"));

        as.person(leader, () -> changes.decide(draft.draft()));

        assertThat(as.person(leader, () -> changes.begin(role)).requirements()).isEqualTo(draft.asked);
    }

    @Test
    void meetings_that_recur_are_asked_from_the_transition_day() {
        long appointment = appointed();
        fulfil(appointment, true, true);
        LocalDate attended = start.plusDays(10);
        Draft draft = new Draft();
        draft.validFrom = scenario.today();
        draft.transition = scenario.today();
        draft.asked.add(recurring(1, 24));
        String preview = preview(draft.draft());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        Timeline timeline = timelines().get(appointment);
        assertThat(timeline.standingOn(attended.plusMonths(24))).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(attended.plusMonths(24).plusDays(1))).contains(Standing.LAPSED);
    }

    @Test
    void a_newer_version_of_the_course_is_asked_after_its_day_and_a_later_decision_keeps_it() {
        long appointment = appointed();
        fulfil(appointment, true, false);
        LocalDate lastDay = scenario.today().plusDays(200);
        Draft second = new Draft();
        second.asked.set(0, course(2, lastDay));
        as.person(leader, () -> changes.decide(second.draft()));
        Draft third = new Draft();
        third.asked.set(0, course(3, lastDay.plusYears(1)));
        String preview = preview(third.draft());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        Timeline timeline = timelines().get(appointment);
        assertThat(timeline.standingOn(lastDay)).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(lastDay.plusDays(1))).contains(Standing.LAPSED);
    }

    @Test
    void those_appointed_before_keep_the_old_requirements_until_the_transition_day() {
        long certified = appointed();
        fulfil(certified, true, false);
        LocalDate transition = scenario.today().plusDays(30);

        String preview = preview(withMeetingInsteadOfAttestation());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        Timeline timeline = timelines().get(certified);
        assertThat(timeline.standingOn(transition.minusDays(1))).contains(Standing.CERTIFIED);
        assertThat(timeline.standingOn(transition)).contains(Standing.LAPSED);
    }

    @Test
    void a_fact_recorded_while_the_change_is_brought_meets_the_new_requirements() {
        long appointment = appointed();
        RoleDraft draft = withMeetingInsteadOfAttestation();
        as.person(leader, () -> changes.decide(draft));

        fulfil(appointment, false, true);

        assertThat(timelines().get(appointment).standingOn(scenario.today().plusDays(30)))
                .contains(Standing.CERTIFIED);
    }

    @Test
    void a_rebuild_finds_no_difference_once_the_change_is_brought() {
        people();
        String preview = preview(withMeetingInsteadOfAttestation());
        as.person(leader, () -> previews.decide(preview));
        untilBrought(preview);

        RuleBook rules = dossiers.rules();
        assertThat(dossiers.ofRole(roleId(), 0, 100))
                .allSatisfy(dossier -> assertThat(dossier.storedTimeline().periods())
                        .isEqualTo(dossier.timeline(rules).periods()));
    }

    @Test
    void who_comes_second_is_told_and_changes_nothing() {
        RoleDraft first = withMeetingInsteadOfAttestation();
        RoleDraft second = withMeetingInsteadOfAttestation();
        as.person(leader, () -> changes.decide(first));

        assertThatThrownBy(() -> as.person(leader, () -> changes.decide(second)))
                .isInstanceOf(DomainException.class)
                .hasMessage("role.refused.changedMeanwhile");
    }

    @Test
    void a_day_that_has_passed_is_refused_at_its_field() {
        refused(draft -> draft.validFrom = scenario.today().minusDays(1), "validFrom", "role.refused.past");
    }

    @Test
    void today_is_early_enough() {
        Draft draft = new Draft();
        draft.validFrom = scenario.today();

        assertThat(as.person(leader, () -> changes.check(draft.draft())).validFrom())
                .isEqualTo(scenario.today());
    }

    @Test
    void a_transition_day_before_the_requirements_hold_is_refused() {
        refused(draft -> draft.transition = draft.validFrom.minusDays(1), "transition", "role.refused.transition");
    }

    @Test
    void a_course_that_is_gone_is_refused_at_its_row() {
        refused(
                draft -> draft.asked.add(asked(Requirement.Kind.COURSE, "gone", "Borta")),
                "sv-2",
                "role.refused.code.COURSE");
    }

    @Test
    void a_refresher_on_a_fixed_day_names_a_day_that_there_is() {
        refused(
                draft -> {
                    draft.asked.add(asked(Requirement.Kind.TRAINING, MEETING, "Mötet"));
                    draft.asked.add(refresher(Requirement.NextDueFrom.FIXED_DAY, null, MEETING));
                },
                "fixedDay-3",
                "role.refused.fixedDay");
    }

    @Test
    void attendance_recurs_at_least_once_in_some_months() {
        refused(draft -> draft.asked.add(recurring(0, 12)), "occasions-2", "role.refused.number");
        refused(draft -> draft.asked.add(recurring(25, 12)), "occasions-2", "role.refused.number");
        refused(draft -> draft.asked.add(recurring(2, 0)), "months-2", "role.refused.months");
    }

    @Test
    void a_newer_version_of_a_course_has_a_number_and_a_day() {
        refused(draft -> draft.asked.set(0, course(-1, scenario.today())), "courseVersion-0", "role.refused.number");
        refused(draft -> draft.asked.set(0, course(2, LocalDate.MIN)), "lastDayOfOld-0", "role.refused.day");
    }

    @Test
    void a_kind_of_unit_that_is_gone_is_refused_at_its_row() {
        refused(draft -> draft.asked.set(1, at("gone", draft.asked.get(1))), "onlyAt-1", "role.refused.onlyAt");
    }

    @Test
    void a_requirement_without_words_is_refused_at_its_row() {
        refused(
                draft -> draft.asked.set(1, asked(Requirement.Kind.ATTESTATION, "knows", " ")),
                "sv-1",
                "common.text.EMPTY");
    }

    @Test
    void a_refresher_counts_from_a_training_that_the_role_asks() {
        refused(draft -> draft.asked.add(refresher("instructor-training")), "startsWith-2", "role.refused.startsWith");
    }

    @Test
    void a_role_that_asks_nothing_is_refused() {
        refused(draft -> draft.asked.clear(), null, "role.refused.nothing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"PROCESS_LEADER", "EMPLOYEE", "METHOD_SUPERVISOR", "INSTRUCTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_process_leader_changes_a_role(Office office) {
        long other = scenario.official(office, scenario.place("orebro-lan"));
        RoleDraft draft = new Draft().draft();

        assertThatThrownBy(() -> as.person(other, () -> changes.decide(draft))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(other, () -> previews.start(draft))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(other, () -> changes.begin(role))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_page_shows_who_changes_before_anything_is_decided_and_then_decides() {
        people();
        Wire browser = signedIn.as(leader);

        Map<String, String> form = form();
        form.put("form:preview", "x");
        Wire.Answer sent = browser.post("/certification/role-draft.xhtml?role=" + role, form);
        String page = sent.header("location");
        assertThat(page).contains("/certification/role-preview.xhtml?preview=");
        String preview = page.substring(page.indexOf("/certification"));
        Patience.until(LONG, () -> browser.get(preview).body().contains("form:decide"));
        assertThat(browser.get(preview).body())
                .contains("Ingens status ändras. 3 uppdrag är kontrollerade.")
                .contains("Som förut");
        assertThat(versions()).isEqualTo(1);

        browser.post(preview, Map.of("form", "form", "form:decide", "x"));

        assertThat(versions()).isEqualTo(2);
        Patience.until(LONG, () -> browser.get(preview).body().contains("Infört i 3 uppdrag."));
    }

    @Test
    void a_fault_in_a_row_is_told_beside_that_rows_field_and_keeps_what_was_typed() {
        Wire browser = signedIn.as(leader);
        Map<String, String> form = form();
        form.put("form:asked:0:sv", "Nya ord");
        form.put("form:asked:0:onlyAt", "nursing-home");
        form.put("form:asked:1:sv", "   \u202e  ");
        form.put("form:preview", "x");

        String shown = browser.post("/certification/role-draft.xhtml?role=" + role, form)
                .body();

        assertThat(shown)
                .contains("href=\"#form:asked:1:sv\"")
                .contains("value=\"Nya ord\"")
                .contains("value=\"nursing-home\" type=\"checkbox\" checked");
    }

    @Test
    void a_requirement_is_added_and_taken_away_in_the_form() {
        Wire browser = signedIn.as(leader);
        Map<String, String> form = form();
        form.put("form:asked:1:remove", "x");

        String shown = browser.post("/certification/role-draft.xhtml?role=" + role, form)
                .body();

        assertThat(shown).contains("form:asked:0:sv").doesNotContain("form:asked:1:sv");
    }

    @Test
    void others_do_not_open_the_pages() {
        Wire coordinator = signedIn.as(scenario.official(Office.COORDINATOR, scenario.place("norra")));

        assertThat(coordinator
                        .get("/certification/role-draft.xhtml?role=" + role)
                        .status())
                .isEqualTo(403);
        assertThat(coordinator
                        .get("/certification/role-preview.xhtml?preview=x")
                        .status())
                .isEqualTo(403);
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("form", "form");
        form.put("form:validFrom", scenario.today().plusDays(1).toString());
        form.put("form:transition", scenario.today().plusDays(30).toString());
        form.put("form:window", "6");
        form.put("form:asked:0:sv", "Kursen");
        form.put("form:asked:0:en", "The course");
        form.put("form:asked:1:sv", "Kan det");
        form.put("form:asked:1:en", "Knows it");
        form.put("form:adding", "0");
        return form;
    }

    /** One has all that is asked now, one all that is asked then, one nothing. */
    private void people() {
        fulfil(appointed(), true, false);
        fulfil(appointed(), false, true);
        appointed();
    }

    private long appointed() {
        long person = rows.person();
        long appointment = rows.appointment(person, role, start);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, start)));
        return appointment;
    }

    private void fulfil(long appointment, boolean attested, boolean met) {
        long person = database.query(handle -> handle.createQuery("select person_id from appointment where id = :id")
                .bind("id", appointment)
                .mapTo(long.class)
                .one());
        LocalDate day = start.plusDays(10);
        transaction.run(() -> {
            facts.append(NewFact.courseCompleted(person, COURSE, 1, null, day));
            if (attested) {
                facts.append(NewFact.attested(person, appointment, "knows", day));
            }
            if (met) {
                facts.append(NewFact.sessionAttended(person, MEETING, 1, null, day));
            }
        });
    }

    private String preview(RoleDraft draft) {
        String preview = as.person(leader, () -> previews.start(draft));
        Patience.until(
                LONG, () -> as.person(leader, () -> previews.state(preview).phase() == RolePreviews.Phase.DONE));
        return preview;
    }

    /** The job of the running portal takes part; whoever comes first brings it. */
    private void untilBrought(String preview) {
        RoleDecided decided =
                as.person(leader, () -> previews.preview(preview).orElseThrow().decidedAs());
        Patience.until(LONG, () -> {
            guard.asSystem("test", () -> steps.next());
            return as.person(leader, () -> steps.progress(decided).orElseThrow().finished());
        });
    }

    private Map<Long, Timeline> timelines() {
        Map<Long, Timeline> timelines = new TreeMap<>();
        dossiers.ofRole(roleId(), 0, 100)
                .forEach(dossier -> timelines.put(dossier.appointee().appointmentId(), dossier.storedTimeline()));
        return timelines;
    }

    private RoleDraft withMeetingInsteadOfAttestation() {
        Draft draft = new Draft();
        draft.asked.set(1, asked(Requirement.Kind.TRAINING, MEETING, "Mötet"));
        return draft.draft();
    }

    private void refused(Consumer<Draft> fault, String field, String key) {
        Draft draft = new Draft();
        fault.accept(draft);

        assertThatThrownBy(() -> as.person(leader, () -> changes.check(draft.draft())))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    /** What is decided, to be changed by a test. */
    private final class Draft {

        private final RoleDraft begun = as.person(leader, () -> changes.begin(role));
        private final List<RoleDraft.Asked> asked = new ArrayList<>(begun.requirements());
        private LocalDate validFrom = begun.validFrom();
        private LocalDate transition = scenario.today().plusDays(30);

        RoleDraft draft() {
            return new RoleDraft(begun.roleId(), begun.basedOn(), validFrom, transition, begun.windowMonths(), asked);
        }
    }

    private static RoleDraft.Asked asked(Requirement.Kind kind, String code, String text) {
        return asked(kind, code, text, Requirement.Terms.NONE);
    }

    private static RoleDraft.Asked asked(Requirement.Kind kind, String code, String text, Requirement.Terms terms) {
        return new RoleDraft.Asked(kind, code, text, text, terms, List.of());
    }

    private static RoleDraft.Asked at(String unitKind, RoleDraft.Asked asked) {
        return new RoleDraft.Asked(
                asked.kind(), asked.code(), asked.textSv(), asked.textEn(), asked.terms(), List.of(unitKind));
    }

    private static RoleDraft.Asked refresher(String startsWith) {
        return refresher(Requirement.NextDueFrom.DAY_TAKEN, null, startsWith);
    }

    private static RoleDraft.Asked refresher(
            Requirement.NextDueFrom nextDueFrom, @Nullable MonthDay fixedDay, String startsWith) {
        return asked(
                Requirement.Kind.REFRESHER,
                REFRESHER,
                "Repetition",
                Requirement.Terms.of(new Requirement.Renewal(
                        24, 6, Requirement.AfterGrace.REFRESHER, 3, nextDueFrom, fixedDay, startsWith)));
    }

    private static RoleDraft.Asked recurring(int occasions, int months) {
        return asked(
                Requirement.Kind.RECURRING,
                MEETING,
                "Träffar",
                Requirement.Terms.of(new Requirement.Recurrence(occasions, months, 1)));
    }

    private static RoleDraft.Asked course(int version, LocalDate lastDayOfOld) {
        return asked(
                Requirement.Kind.COURSE,
                COURSE,
                "Kursen",
                Requirement.Terms.of(new Requirement.NewVersion(version, lastDayOfOld)));
    }

    private long roleId() {
        return database.query(handle -> handle.createQuery("select id from role where code = :code")
                .bind("code", role)
                .mapTo(long.class)
                .one());
    }

    private int versions() {
        return database.query(handle -> handle.createQuery("select count(*) from role_version where role_id = :role")
                .bind("role", roleId())
                .mapTo(int.class)
                .one());
    }

    private long insert(String sql, Object value) {
        return database.query(handle -> handle.createUpdate(sql)
                .bind("a", value)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }
}
