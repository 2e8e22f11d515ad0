package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static se.metodporten.elearning.PlayerTalk.commit;
import static se.metodporten.elearning.PlayerTalk.json;
import static se.metodporten.elearning.PlayerTalk.session;
import static se.metodporten.elearning.PlayerTalk.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.player.PlayerProblem;

class ElearningIT extends InPortal {

    private static final String COURSE = "visam-grunderna";
    private static final Map<String, String> PASSED =
            Map.of("cmi.core.score.raw", "90", "cmi.core.lesson_status", "passed");

    @Inject
    private Attempts attempts;

    @Inject
    private Courses courses;

    @Inject
    private CourseStore store;

    @Inject
    private TrialCourse trial;

    @Inject
    private ContentAddress content;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService threads;

    private long unit;
    private long nurse;

    @BeforeEach
    void a_nurse() {
        unit = scenario.unit("hallefors");
        nurse = scenario.employee(unit);
    }

    @Test
    void the_bundled_course_is_published_once() throws IOException {
        publish(COURSE);

        assertThat(published(COURSE)).containsExactly("1 1 1 1");
    }

    private List<String> published(String course) {
        return database.query(handle ->
                handle.createQuery("""
                        select concat(v.number, ' ', v.complete, ' ', v.published_at is not null, ' ',
                                      v.size = (select sum(length(k.bytes)) from package_chunk k
                                                where k.course_version_id = v.id))
                        from course_version v join course c on c.id = v.course_id where c.code = :code""").bind("code", course).mapTo(String.class).list());
    }

    @Test
    void two_nodes_that_start_at_once_publish_a_course_once() throws Exception {
        String course = trial.listed();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            publish(course);
            return true;
        };
        Future<Boolean> one = threads.submit(node);
        Future<Boolean> other = threads.submit(node);
        one.get();
        other.get();

        assertThat(published(course)).containsExactly("1 1 1 1");
    }

    @Test
    void what_is_no_package_is_refused_and_leaves_nothing() {
        int before = versions();

        assertThatThrownBy(() -> guard.asSystem("test", () -> {
                    store.publish(COURSE, new ByteArrayInputStream(new byte[] {1, 2, 3}));
                    return true;
                }))
                .isInstanceOf(DomainException.class)
                .hasMessage("elearning.refused.package");

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void a_launch_gives_a_ticket_that_is_good_once() {
        URI address = URI.create(as.person(nurse, () -> attempts.launch(COURSE)));
        long version = content.version(address.getHost()).orElseThrow();
        Player player = exchange(address);

        assertThat(address.getPath()).isEqualTo("/play/");
        assertThat(player.start().getString("title")).isEqualTo("ViSam – grunderna");
        assertThat(player.start().getString("returnUrl")).contains("/elearning/course.xhtml?code=" + COURSE);
        assertThat(player.start().getJsonObject("cmi").getString("cmi.core.entry"))
                .isEqualTo("ab-initio");
        refused(PlayerProblem.TICKET_USED, () -> attempts.exchange(version, ticket(address.getFragment())));
        refused(PlayerProblem.TICKET_USED, () -> attempts.exchange(version, ticket("påhittad")));
    }

    @Test
    void a_ticket_that_two_take_at_once_goes_to_one() throws Exception {
        URI address = URI.create(as.person(nurse, () -> attempts.launch(COURSE)));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> take = () -> {
            together.await();
            try {
                exchange(address);
                return true;
            } catch (PlayerRefusal late) {
                return false;
            }
        };
        Future<Boolean> one = threads.submit(take);
        Future<Boolean> other = threads.submit(take);

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void a_ticket_is_too_old_after_a_minute() {
        URI address = URI.create(as.person(nurse, () -> attempts.launch(COURSE)));
        database.execute(handle -> handle.createUpdate(
                        "update player_launch set ticket_expires_at = :past where ticket_hash = :hash")
                .bind("past", clock.instant().minusSeconds(1))
                .bind("hash", Secret.hash(address.getFragment()))
                .execute());

        refused(PlayerProblem.TICKET_USED, () -> exchange(address));
    }

    @Test
    void another_versions_origin_opens_nothing() {
        URI address = URI.create(as.person(nurse, () -> attempts.launch(COURSE)));
        long version = content.version(address.getHost()).orElseThrow();
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.exchange(version + 1, ticket(address.getFragment())));

        Player player = exchange(address);
        String body = commit(player.session(), 1, PASSED);
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.commit(version + 1, player.secret(), body));
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.resume(version + 1, player.secret()));
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.commit(version, "påhittad", body));
        assertThat(attempts.file(version + 1, player.token(), player.name())).isEmpty();
        assertThat(facts()).isZero();
    }

    @Test
    void who_works_nowhere_launches_nothing_and_nobody_an_unknown_course() {
        long outsider = scenario.person();

        assertThatThrownBy(() -> as.person(outsider, () -> attempts.launch(COURSE)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(nurse, () -> attempts.launch("no-such-course")))
                .isInstanceOf(DomainException.class)
                .hasMessage("elearning.refused.noSuchCourse");
        assertThatThrownBy(() -> as.nobody(() -> attempts.launch(COURSE))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_commit_counts_once_by_its_number() {
        Player player = open();
        JsonObject first = say(player, 1, Map.of("cmi.core.lesson_location", "page-2"));
        JsonObject again = say(player, 1, Map.of("cmi.core.lesson_location", "page-9"));

        assertThat(first.getInt("lastSequence")).isEqualTo(1);
        assertThat(again.getInt("lastSequence")).isEqualTo(1);
        assertThat(cmi(player).getString("cmi.core.lesson_location")).isEqualTo("page-2");
        assertThat(seconds()).isEqualTo(60);
    }

    @Test
    void what_is_left_is_where_the_learner_goes_on() {
        Player player = open();
        say(
                player,
                1,
                Map.of("cmi.core.lesson_location", "page-3", "cmi.core.exit", "suspend", "cmi.suspend_data", "å😀"));

        Player later = open();

        assertThat(later.start().getJsonObject("cmi").getString("cmi.core.entry"))
                .isEqualTo("resume");
        assertThat(later.start().getJsonObject("cmi").getString("cmi.core.lesson_location"))
                .isEqualTo("page-3");
        assertThat(later.start().getJsonObject("cmi").getString("cmi.suspend_data"))
                .isEqualTo("å😀");
        assertThat(later.start().getString("attempt")).isEqualTo(player.start().getString("attempt"));
    }

    @Test
    void a_session_of_someone_else_is_refused() {
        Player player = open();
        Player other = exchange(URI.create(as.person(scenario.employee(unit), () -> attempts.launch(COURSE))));

        refused(
                PlayerProblem.OTHER_ATTEMPT,
                () -> attempts.commit(player.version(), player.secret(), commit(other.session(), 1, PASSED)));
        assertThat(facts()).isZero();
    }

    @Test
    void passing_completes_the_course_once() {
        Player player = open();
        assertThat(say(player, 1, Map.of("cmi.core.lesson_status", "incomplete"))
                        .getBoolean("fulfilled"))
                .isFalse();
        assertThat(completed()).isFalse();

        assertThat(say(player, 2, PASSED).getBoolean("fulfilled")).isTrue();
        say(player, 2, PASSED);
        say(player, 3, PASSED);
        say(open(), 1, PASSED);

        assertThat(completed()).isTrue();
        assertThat(facts()).isEqualTo(1);
        CourseCard card = as.person(nurse, () -> courses.mine(COURSE));
        assertThat(card.progress()).isEqualTo(CourseCard.Progress.DONE);
        assertThat(card.completedOn()).isEqualTo(scenario.today());
    }

    @Test
    void passing_in_two_threads_completes_the_course_once() throws Exception {
        Player player = open();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<JsonObject> one = threads.submit(() -> {
            together.await();
            return say(player, 1, PASSED);
        });
        Future<JsonObject> other = threads.submit(() -> {
            together.await();
            return say(player, 2, PASSED);
        });
        one.get();
        other.get();

        assertThat(completed()).isTrue();
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void a_wrong_answer_on_the_test_completes_nothing() {
        Player player = open();

        JsonObject answer = say(player, 1, Map.of("cmi.core.score.raw", "40", "cmi.core.lesson_status", "failed"));

        assertThat(answer.getBoolean("fulfilled")).isFalse();
        assertThat(facts()).isZero();
        assertThat(as.person(nurse, () -> courses.mine(COURSE)).progress()).isEqualTo(CourseCard.Progress.UNDER_WAY);
    }

    @Test
    void exit_ends_the_right_of_the_secret() {
        Player player = open();
        assertThat(attempts.file(player.version(), player.token(), player.name()))
                .isPresent();

        JsonObject answer = json(attempts.exit(player.version(), player.secret(), session(player)));

        assertThat(answer.getString("returnUrl")).contains("/elearning/course.xhtml?code=" + COURSE);
        refused(PlayerProblem.SECRET_UNKNOWN, () -> say(player, 1, PASSED));
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.resume(player.version(), player.secret()));
        refused(PlayerProblem.SECRET_UNKNOWN, () -> attempts.exit(player.version(), player.secret(), session(player)));
        assertThat(attempts.file(player.version(), player.token(), player.name()))
                .isEmpty();
        assertThat(facts()).isZero();
    }

    @Test
    void a_secret_that_is_not_used_for_long_is_dead_and_one_in_use_lives_on() {
        Player player = open();
        expiresIn(player, Duration.ofHours(1));
        say(player, 1, Map.of("cmi.core.lesson_location", "page-2"));
        boolean prolonged = database.query(handle -> handle.createQuery(
                        "select secret_expires_at > :soon from player_launch where secret_hash = :hash")
                .bind("soon", clock.instant().plus(Duration.ofHours(7)))
                .bind("hash", Secret.hash(player.secret()))
                .mapTo(boolean.class)
                .one());
        assertThat(prolonged).isTrue();

        expiresIn(player, Duration.ofSeconds(-1));

        refused(PlayerProblem.SECRET_UNKNOWN, () -> say(player, 2, PASSED));
        assertThat(attempts.file(player.version(), player.token(), player.name()))
                .isEmpty();
    }

    @Test
    void the_results_of_an_older_window_are_kept_and_it_is_told_to_stop() {
        Player older = open();
        say(older, 1, Map.of("cmi.core.lesson_location", "page-2"));
        Player newer = open();
        say(newer, 1, Map.of("cmi.core.lesson_location", "page-5"));

        Attempts.Committed committed = attempts.commit(
                older.version(),
                older.secret(),
                commit(
                        older.session(),
                        2,
                        Map.of(
                                "cmi.core.lesson_location",
                                "page-3",
                                "cmi.core.score.raw",
                                "90",
                                "cmi.core.lesson_status",
                                "passed")));

        assertThat(committed.takenOver()).isTrue();
        assertThat(facts()).isEqualTo(1);
        refused(PlayerProblem.TAKEN_OVER, () -> attempts.resume(older.version(), older.secret()));
        assertThat(cmi(newer).getString("cmi.core.lesson_location")).isEqualTo("page-5");
    }

    @Test
    void the_journal_of_an_earlier_tab_is_saved_and_answered_with_what_to_start_from() {
        Player older = open();
        Player newer = open();

        JsonObject answer = json(attempts.commit(
                        newer.version(),
                        newer.secret(),
                        commit(older.session(), 1, Map.of("cmi.core.lesson_location", "page-4")))
                .answer());

        assertThat(answer.getJsonObject("cmi").getString("cmi.core.lesson_location"))
                .isEqualTo("page-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                ".",
                "..",
                "../secret",
                "../../etc/passwd",
                "/etc/passwd",
                "a/../../b",
                "..\\..\\secret",
                "%2e%2e/secret",
                "index.html\u0000.png",
                "no-such-file.html",
                "C:\\windows\\win.ini"
            })
    void only_files_of_the_package_are_given(String name) {
        Player player = open();

        assertThat(attempts.file(player.version(), player.token(), name)).isEmpty();
    }

    @Test
    void a_token_opens_the_files_of_its_launch() {
        Player player = open();

        assertThat(attempts.file(player.version(), player.token(), player.name()))
                .hasValueSatisfying(file -> assertThat(file).isRegularFile());
        assertThat(attempts.file(player.version(), "påhittad", player.name())).isEmpty();
        assertThat(attempts.file(player.version(), player.secret(), player.name()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"session\":7}", "inte json", "{\"session\":\"x\",\"commits\":[]}"})
    void what_is_not_the_protocol_is_refused(String body) {
        Player player = open();

        assertThatThrownBy(() -> attempts.commit(player.version(), player.secret(), body))
                .isInstanceOf(ScormException.class);
    }

    /** The package of {@link #COURSE}, as a course. */
    private void publish(String course) throws IOException {
        try (InputStream zip = Objects.requireNonNull(
                BundledCourses.class.getResourceAsStream("/se/metodporten/courses/" + COURSE + ".zip"))) {
            guard.asSystem("test", () -> {
                store.publish(course, zip);
                return true;
            });
        }
    }

    private int versions() {
        return database.query(handle -> handle.createQuery("select count(*) from course_version")
                .mapTo(int.class)
                .one());
    }

    private Player open() {
        return exchange(URI.create(as.person(nurse, () -> attempts.launch(COURSE))));
    }

    private Player exchange(URI address) {
        return PlayerTalk.exchange(attempts, content, address);
    }

    private JsonObject say(Player player, int sequence, Map<String, String> sets) {
        return json(attempts.commit(player.version(), player.secret(), commit(player.session(), sequence, sets))
                .answer());
    }

    /** What content would start from after a reload. */
    private JsonObject cmi(Player player) {
        return json(attempts.resume(player.version(), player.secret())).getJsonObject("cmi");
    }

    private void expiresIn(Player player, Duration time) {
        database.execute(handle -> handle.createUpdate(
                        "update player_launch set secret_expires_at = :at where secret_hash = :hash")
                .bind("at", clock.instant().plus(time))
                .bind("hash", Secret.hash(player.secret()))
                .execute());
    }

    private boolean completed() {
        return database.query(
                handle -> handle.createQuery("select completed_at is not null from attempt where person_id = :person")
                        .bind("person", nurse)
                        .mapTo(boolean.class)
                        .one());
    }

    private long seconds() {
        return database.query(
                handle -> handle.createQuery("select total_seconds from attempt where person_id = :person")
                        .bind("person", nurse)
                        .mapTo(long.class)
                        .one());
    }

    private int facts() {
        return database.query(handle -> handle.createQuery("""
                        select count(*) from fact where person_id = :person and kind = 'COURSE_COMPLETED'
                        and code = :code""")
                .bind("person", nurse)
                .bind("code", COURSE)
                .mapTo(int.class)
                .one());
    }

    private static void refused(PlayerProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).asInstanceOf(type(PlayerRefusal.class)).returns(problem, PlayerRefusal::problem);
    }
}
