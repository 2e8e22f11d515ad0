package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static se.metodporten.elearning.PlayerTalk.commit;
import static se.metodporten.elearning.PlayerTalk.json;
import static se.metodporten.elearning.PlayerTalk.step;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.Paging;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Wire;
import se.metodporten.scorm.player.PlayerProblem;

/** Courses of SCORM 2004: in one part (Beslutsstöd) and in six (IT-stödet). */
class PartsIT extends InPortal {

    private static final String ONE = "beslutsstod";
    private static final String SIX = "it-stod";
    private static final List<String> READ_AND_TEST =
            List.of("completed", "completed", "completed", "completed", "completed", "passed");

    @Inject
    private Attempts attempts;

    @Inject
    private Courses courses;

    @Inject
    private CourseLog log;

    @Inject
    private ContentAddress content;

    @Inject
    private HttpServletRequest request;

    private long nurse;

    @BeforeEach
    void a_nurse() {
        nurse = scenario.employee(scenario.unit("hallefors"));
    }

    @Test
    void a_course_of_2004_is_taken_and_taken_up_again() {
        Player player = open(ONE);
        assertThat(player.start().getString("standard")).isEqualTo("2004");
        assertThat(cmi(player)).containsEntry("cmi.entry", "ab-initio").containsEntry("cmi.mode", "normal");
        say(player, 1, Map.of("cmi.location", "5", "cmi.suspend_data", "å😀", "cmi.exit", "suspend"));

        Player later = open(ONE);
        assertThat(cmi(later)).containsEntry("cmi.entry", "resume").containsEntry("cmi.location", "5");
        JsonObject passed = say(
                later,
                1,
                Map.of(
                        "cmi.completion_status",
                        "completed",
                        "cmi.score.scaled",
                        "0.9",
                        "cmi.success_status",
                        "passed"));

        assertThat(passed.getBoolean("fulfilled")).isTrue();
        assertThat(facts(ONE)).isEqualTo(1);
        assertThat(as.person(nurse, () -> courses.mine(ONE)).progress()).isEqualTo(CourseCard.Progress.DONE);
        assertThat(cmi(open(ONE))).containsEntry("cmi.mode", "review");
    }

    @Test
    void a_score_under_the_manifests_measure_is_not_passed_whatever_content_says() {
        Player player = open(ONE);

        JsonObject answer = say(
                player,
                1,
                Map.of(
                        "cmi.completion_status",
                        "incomplete",
                        "cmi.score.scaled",
                        "0.5",
                        "cmi.success_status",
                        "passed"));

        assertThat(answer.getBoolean("fulfilled")).isFalse();
        assertThat(facts(ONE)).isZero();
    }

    @Test
    void the_parts_are_walked_one_by_one_and_the_last_completes_the_course_once() {
        Player player = open(SIX);
        String first = player.start().getString("activity");
        for (int part = 0; part < READ_AND_TEST.size(); part++) {
            boolean test = part == READ_AND_TEST.size() - 1;
            Map<String, String> said = test
                    ? Map.of(
                            "cmi.completion_status",
                            "completed",
                            "cmi.score.scaled",
                            "0.9",
                            "cmi.success_status",
                            "passed")
                    : Map.of("cmi.completion_status", "completed", "cmi.progress_measure", "1");
            JsonObject answer =
                    json(attempts.commit(player.version(), player.secret(), commit(player.session(), 1, said, true))
                            .answer());
            assertThat(answer.getBoolean("fulfilled")).isEqualTo(test);
            assertThat(answer.getJsonObject("parts").getJsonArray("contents")).hasSize(READ_AND_TEST.size());
            assertThat(facts(SIX)).isEqualTo(test ? 1 : 0);
            JsonObject next = navigate(player, "continue");
            if (test) {
                assertThat(next.getBoolean("ends")).isTrue();
            } else {
                assertThat(next.getString("activity")).isNotEqualTo(first);
                player = player.at(next);
            }
        }
        assertThat(navigate(player, "{target=" + first + "}choice").getString("activity"))
                .isEqualTo(first);
        assertThat(statuses()).containsExactly("PASSED");
    }

    @Test
    void a_step_whose_answer_was_lost_is_not_taken_twice() {
        Player player = open(SIX);
        JsonObject second = navigate(player, "continue");

        JsonObject again = navigate(player, "continue");

        assertThat(again.getString("activity")).isEqualTo(second.getString("activity"));
        assertThat(again.getString("session")).isNotEqualTo(second.getString("session"));
    }

    @Test
    void a_step_opens_files_by_its_own_token() {
        Player player = open(SIX);
        Player next = player.at(navigate(player, "continue"));

        assertThat(attempts.file(next.version(), player.token(), player.name())).isEmpty();
        assertThat(attempts.file(next.version(), next.token(), next.name())).isPresent();
    }

    @Test
    void a_file_comes_with_the_policies_that_keep_content_in_its_place() {
        Player player = open(ONE);
        String host = "Host: c" + player.version() + ".localhost:" + request.getLocalPort();
        Wire wire = new Wire(request.getLocalPort());

        for (String range : List.of("X-Any: all", "Range: bytes=0-9")) {
            Wire.Answer answer = wire.send("GET", player.file(), "", host, range);

            assertThat(answer.status()).isIn(200, 206);
            assertThat(answer.all("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("connect-src 'self'", "form-action 'self'", "frame-src 'self'", "worker-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("unload=(self)");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(wire.send("GET", player.file(), "", host, "Service-Worker: script")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_older_window_takes_no_step() {
        Player older = open(SIX);
        open(SIX);

        assertThatThrownBy(() -> navigate(older, "continue"))
                .asInstanceOf(type(PlayerRefusal.class))
                .returns(PlayerProblem.TAKEN_OVER, PlayerRefusal::problem);
    }

    @Test
    void what_was_refused_or_is_doubted_is_told_to_the_courses_owner_and_the_rest_is_kept() {
        Player player = open(ONE);

        say(player, 1, Map.of("cmi.completion_status", "banan", "cmi.score.scaled", "9999", "cmi.location", "7"));
        say(player, 2, Map.of("cmi.completion_status", "banan", "cmi.learner_id", "annan"));
        say(player, 3, Map.of("cmi.score.min", "0", "cmi.score.max", "100", "cmi.score.raw", "120"));

        assertThat(cmi(player.at(json(attempts.resume(player.version(), player.secret())))))
                .containsEntry("cmi.location", "7");
        long leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        long attempt = attempt();
        List<CourseLog.Note> notes = as.person(leader, () -> log.notes(ONE, Paging.FIRST)).rows().stream()
                .filter(note -> note.attemptId() == attempt)
                .toList();
        assertThat(notes)
                .extracting(note -> note.kind() + " " + note.element() + " " + note.value() + " " + note.times())
                .contains(
                        "REFUSED cmi.completion_status banan 2",
                        "REFUSED cmi.score.scaled 9999 1",
                        "REFUSED cmi.learner_id annan 1");
        assertThat(notes).extracting(CourseLog.Note::kind).contains(CourseLog.Kind.DOUBTED);
        assertThatThrownBy(() -> as.person(nurse, () -> log.notes(ONE, Paging.FIRST)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void nonsense_without_end_is_counted_not_kept() {
        Player player = open(ONE);
        for (int commit = 1; commit <= 3; commit++) {
            Map<String, String> sets = new HashMap<>();
            for (int i = 0; i < 80; i++) {
                sets.put("cmi.påhittad" + commit + "." + i, "\ud800");
            }
            say(player, commit, sets);
        }

        long attempt = attempt();
        int kept = database.query(
                handle -> handle.createQuery("select count(*) from attempt_note where attempt_id = :attempt")
                        .bind("attempt", attempt)
                        .mapTo(int.class)
                        .one());
        assertThat(kept).isEqualTo(AttemptNotes.MOST_OF_ATTEMPT);
    }

    private Player open(String course) {
        return PlayerTalk.exchange(attempts, content, URI.create(as.person(nurse, () -> attempts.launch(course))));
    }

    private JsonObject say(Player player, int sequence, Map<String, String> sets) {
        return json(attempts.commit(player.version(), player.secret(), commit(player.session(), sequence, sets))
                .answer());
    }

    private JsonObject navigate(Player player, String request) {
        return json(attempts.navigate(player.version(), player.secret(), step(player.session(), request)));
    }

    private static Map<String, String> cmi(Player player) {
        Map<String, String> values = new HashMap<>();
        JsonObject cmi = player.start().getJsonObject("cmi");
        cmi.keySet().forEach(name -> values.put(name, cmi.getString(name)));
        return values;
    }

    private int facts(String course) {
        return database.query(handle -> handle.createQuery("""
                        select count(*) from fact where person_id = :person and kind = 'COURSE_COMPLETED'
                        and code = :code""")
                .bind("person", nurse)
                .bind("code", course)
                .mapTo(int.class)
                .one());
    }

    private List<String> statuses() {
        return database.query(handle -> handle.createQuery("select status from attempt where person_id = :person")
                .bind("person", nurse)
                .mapTo(String.class)
                .list());
    }

    private long attempt() {
        return database.query(handle -> handle.createQuery("select id from attempt where person_id = :person")
                .bind("person", nurse)
                .mapTo(long.class)
                .one());
    }
}
