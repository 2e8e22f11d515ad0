package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.DomainException;
import se.metodporten.desk.NewCompletions;
import se.metodporten.desk.NewCompletions.Order;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.Patience;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** A new version of a course is required of some roles by a day (rule 8); course and roles are each test's own. */
class NewCompletionsIT extends InPortal {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int WINDOW = 6;

    @Inject
    private NewCompletions completions;

    @Inject
    private RolePreviews previews;

    @Inject
    private RoleChangeSteps steps;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Courses courses;

    @Inject
    private Facts facts;

    @Inject
    private AppointmentRows rows;

    @Inject
    private InTransaction transaction;

    @Inject
    private SignedIn signedIn;

    private String course;
    private String one;
    private String other;
    private long leader;
    private LocalDate start;
    private LocalDate lastDay;

    @BeforeEach
    void a_course_in_two_versions_that_two_roles_ask() {
        course = scenario.unique("kurs").toLowerCase(Locale.ROOT);
        start = scenario.today().minusYears(1);
        lastDay = scenario.today().plusMonths(WINDOW).plusDays(30);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        database.execute(handle -> {
            handle.execute("insert into course_ref (code, name_sv, name_en) values (?, 'Prov', 'Trial')", course);
            handle.execute("""
                    insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
                    values (?, 'Prov', 'Trial', 'Prov', 'Trial', 5)""", course);
            for (int version = 1; version <= 2; version++) {
                handle.execute("""
                        insert into course_version (course_id, number, scorm_version, tree, sha256, size, complete, published_at,
                                                    created_at, created_by)
                        select id, ?, '1.2', '{}', repeat('0', 64), 1, true, utc_timestamp(6), utc_timestamp(6), 'system:test'
                        from course where code = ?""", version, course);
            }
        });
        one = role();
        other = role();
    }

    @Test
    void what_is_previewed_of_each_role_is_what_then_comes() {
        long old = holds(one, 1);
        long renewed = holds(one, 2);
        long without = holds(one, 0);
        long elsewhere = holds(other, 1);
        Map<Long, Timeline> before = timelines();

        List<String> tokens = preview(one, other);
        List<RoleChange> shown = new ArrayList<>();
        tokens.forEach(token -> as.person(leader, () -> previews.page(token, 1).rows()).stream()
                .map(row -> new RoleChange(row.appointmentId(), row.firstDay(), row.before(), row.after()))
                .forEach(shown::add));
        decide(tokens);

        Map<Long, Timeline> after = timelines();
        List<RoleChange> came = new ArrayList<>();
        before.forEach((id, timeline) ->
                RoleChange.between(id, timeline, after.get(id)).ifPresent(came::add));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(came);
        assertThat(came).extracting(RoleChange::appointmentId).containsExactlyInAnyOrder(old, elsewhere);
        Timeline timeline = after.get(old);
        LocalDate opens = lastDay.minusMonths(WINDOW);
        assertThat(timeline.standingOn(opens.minusDays(1))).contains(Standing.CERTIFIED);
        assertThat(timeline.standingOn(opens)).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(lastDay)).contains(Standing.REFRESHER_DUE);
        assertThat(timeline.standingOn(lastDay.plusDays(1))).contains(Standing.LAPSED);
        assertThat(after.get(renewed).standingOn(lastDay.plusDays(1))).contains(Standing.CERTIFIED);
        assertThat(after.get(without).standingOn(lastDay.plusDays(1))).contains(Standing.NOMINATED);
    }

    @Test
    void a_role_that_is_not_chosen_keeps_what_it_asks() {
        long kept = holds(other, 1);
        holds(one, 1);

        decide(preview(one));

        assertThat(timelines().get(kept).standingOn(lastDay.plusDays(1))).contains(Standing.CERTIFIED);
        assertThat(as.person(leader, () -> completions.roles(course)))
                .filteredOn(asking -> asking.role().code().equals(other))
                .allSatisfy(asking -> assertThat(asking.now()).isNull());
    }

    @Test
    void the_learner_who_must_take_it_again_has_it_first_among_the_courses() {
        long appointment = holds(one, 1);
        long person = person(appointment);
        assertThat(as.person(person, () -> courses.mine(course)).required()).isFalse();
        decide(preview(one));
        database.execute(handle -> handle.createUpdate(
                        "update role_version v join role r on r.id = v.role_id set v.valid_from = :today where r.code = :role and v.valid_from > :today")
                .bind("today", scenario.today())
                .bind("role", one)
                .execute());

        CourseCard card = as.person(person, () -> courses.mine(course));

        assertThat(card.required()).isTrue();
        assertThat(card.progress()).isEqualTo(CourseCard.Progress.DONE);
        transaction.run(() -> facts.append(NewFact.courseCompleted(person, course, 2, null, scenario.today())));
        assertThat(as.person(person, () -> courses.mine(course)).required()).isFalse();
    }

    @Test
    void an_order_that_cannot_be_is_refused_at_its_field() {
        refused(new Order(course, 1, lastDay, List.of(one)), "version");
        refused(new Order(course, 3, lastDay, List.of(one)), "version");
        refused(new Order(course, 2, scenario.today().minusDays(1), List.of(one)), "lastDay");
        refused(new Order(course, 2, null, List.of(one)), "lastDay");
        refused(new Order(course, 2, lastDay, List.of()), "roles");
        refused(new Order(course, 2, lastDay, List.of("method-supervisor")), "roles");
    }

    @Test
    void what_is_decided_but_does_not_hold_for_all_yet_is_seen_to_first() {
        database.execute(handle -> handle.createUpdate(
                        "update role_version v join role r on r.id = v.role_id set v.transition = :later where r.code = :role")
                .bind("later", scenario.today().plusDays(10))
                .bind("role", one)
                .execute());

        refused(new Order(course, 2, lastDay, List.of(one)), "roles");
    }

    @Test
    void the_process_leader_does_it_on_pages() {
        holds(one, 1);
        Wire browser = signedIn.as(leader);
        String page = "/elearning/new-completion.xhtml?code=" + course;
        assertThat(browser.get("/elearning/versions.xhtml?code=" + course).body())
                .contains("Kräv ny genomgång");
        Wire.Answer sent = browser.post(
                page,
                Map.of(
                        "form", "form",
                        "form:version", "2",
                        "form:lastDay", lastDay.toString(),
                        "form:roles", one,
                        "form:preview", "x"));
        assertThat(sent.status()).isEqualTo(302);
        String shown = sent.header("location").replaceFirst("^https?://[^/]+", "");
        Patience.until(LONG, () -> browser.get(shown).body().contains("form:decide"));
        assertThat(browser.get(shown).body()).contains("1 av 1 uppdrag får en annan status någon dag.", "Certifierad");
        Wire.Answer decided = browser.post(shown, Map.of("form", "form", "form:decide", "x"));
        assertThat(decided.status()).isEqualTo(302);
        Patience.until(LONG, () -> browser.get(shown).body().contains("Infört i 1 uppdrag."));
        assertThat(browser.get(shown).body()).doesNotContain("form:decide");
    }

    @Test
    void only_who_shapes_roles_and_answers_for_courses_may() {
        long manager = scenario.manager(scenario.unit("hallefors"));

        assertThatThrownBy(() -> as.person(manager, () -> completions.roles(course)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() ->
                        as.person(manager, () -> completions.start(new Order(course, 2, lastDay, List.of(one)))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> completions.decide(List.of("x"))))
                .isInstanceOf(AccessDenied.class);
        Wire browser = signedIn.as(manager);
        assertThat(browser.get("/elearning/new-completion.xhtml?code=" + course).status())
                .isEqualTo(403);
        assertThat(browser.get("/elearning/new-completion-preview.xhtml?code=" + course)
                        .status())
                .isEqualTo(403);
    }

    private void refused(Order order, String field) {
        assertThatThrownBy(() -> as.person(leader, () -> completions.start(order)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private List<String> preview(String... roles) {
        List<String> tokens = as.person(leader, () -> completions.start(new Order(course, 2, lastDay, List.of(roles))));
        Patience.until(
                LONG,
                () -> as.person(leader, () -> completions.shown(tokens)).stream()
                        .allMatch(shown -> shown.state().phase() == RolePreviews.Phase.DONE));
        assertThat(tokens).hasSize(roles.length);
        return tokens;
    }

    private void decide(List<String> tokens) {
        as.person(leader, () -> completions.decide(tokens));
        Patience.until(LONG, () -> {
            guard.asSystem("test", () -> steps.next());
            return as.person(leader, () -> completions.shown(tokens)).stream()
                    .allMatch(shown ->
                            shown.progress() != null && shown.progress().finished());
        });
    }

    /** @param version completed; 0: none */
    private long holds(String role, int version) {
        long person = rows.person();
        long appointment = rows.appointment(person, role, start);
        transaction.run(() -> {
            facts.append(NewFact.appointed(person, appointment, start));
            if (version > 0) {
                facts.append(NewFact.courseCompleted(person, course, version, null, start.plusDays(10)));
            }
        });
        return appointment;
    }

    private long person(long appointment) {
        long person = database.query(handle -> handle.createQuery("select person_id from appointment where id = :id")
                .bind("id", appointment)
                .mapTo(long.class)
                .one());
        scenario.employment(person, scenario.unit("hallefors"), start, LocalDate.of(9999, 12, 31));
        return person;
    }

    private Map<Long, Timeline> timelines() {
        Map<Long, Timeline> timelines = new TreeMap<>();
        for (String role : List.of(one, other)) {
            dossiers.ofRole(id(role), 0, 100)
                    .forEach(dossier -> timelines.put(dossier.appointee().appointmentId(), dossier.storedTimeline()));
        }
        return timelines;
    }

    private long id(String role) {
        return database.query(handle -> handle.createQuery("select id from role where code = :code")
                .bind("code", role)
                .mapTo(long.class)
                .one());
    }

    private String role() {
        String code = scenario.unique("prov");
        long id = insert(
                "insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)"
                        + " values (:a, 'Provroll', 'Trial role', 'Prov', 'Trial', 'UNIT')",
                code);
        long version = insert(
                "insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)"
                        + " values (:a, '2020-01-01', '2020-01-01', '2020-01-01', " + WINDOW + ", 'system:test')",
                id);
        insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 1, 'COURSE', '" + course + "', 'Kursen', 'The course')",
                version);
        return code;
    }

    private long insert(String sql, @Nullable Object value) {
        return database.query(handle -> handle.createUpdate(sql)
                .bind("a", value)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }
}
