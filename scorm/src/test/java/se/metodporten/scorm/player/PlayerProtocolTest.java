package se.metodporten.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitRequest;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.Learner;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.NavigationRequest;
import se.metodporten.scorm.sn.Trees;

class PlayerProtocolTest {

    private static final String COMMIT = """
            {"session": "s1", "unknown": 1, "commits": [
               {"sequence": 7, "elapsedSeconds": 312, "finished": true,
               "sets": {"cmi.objectives.0.id": "b", "cmi.core.lesson_location": "p\\ud800", "cmi.objectives.1.id": "a"}}]}
            """;

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void a_commit_is_read_in_the_order_content_said_it() {
        PlayerProtocol.CommitMessage message = PlayerProtocol.readCommits(COMMIT);
        assertThat(message.session()).isEqualTo("s1");
        CommitRequest commit = message.commits().get(0);
        assertThat(commit.sequence()).isEqualTo(7);
        assertThat(commit.elapsed()).isEqualTo(Duration.ofSeconds(312));
        assertThat(commit.end()).isEqualTo(End.FINISHED);
        assertThat(commit.sets().keySet())
                .containsExactly("cmi.objectives.0.id", "cmi.core.lesson_location", "cmi.objectives.1.id");
        assertThat(commit.sets()).containsEntry("cmi.core.lesson_location", "p\uD800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"session\":\"s\"}",
                "{\"session\":\"s\",\"commits\":[]}",
                "{\"session\":\"s\",\"commits\":{}}",
                "{\"session\":\"s\",\"commits\":[1]}",
                "{\"session\":\"s\",\"commits\":[{}]}",
                "{\"session\":\"\",\"commits\":[{\"sequence\":1,\"sets\":{}}]}",
                "{\"session\":1,\"commits\":[{\"sequence\":1,\"sets\":{}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":0,\"sets\":{}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":\"1\",\"sets\":{}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1,\"sets\":{\"a\":1}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1,\"sets\":{\"a\":null}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1,\"sets\":{},\"elapsedSeconds\":-1}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1e99999999,\"sets\":{}}]}",
                "{\"session\":\"s\",\"commits\":[{\"sequence\":1,\"sets\":{}}]",
            })
    void anything_else_is_malformed(String body) {
        assertThatThrownBy(() -> PlayerProtocol.readCommits(body))
                .isInstanceOfSatisfying(
                        ScormException.class, e -> assertThat(e.key()).isEqualTo("protocol.malformed"));
    }

    @Test
    void a_body_that_only_nests_is_malformed() {
        assertThatThrownBy(() -> PlayerProtocol.readCommits("{\"a\":".repeat(100_000)))
                .isInstanceOf(ScormException.class);
        assertThatThrownBy(() -> PlayerProtocol.readCommits("[".repeat(100_000)))
                .isInstanceOf(ScormException.class);
    }

    @Property(tries = 500)
    void no_body_brings_another_exception(@ForAll String garbage, @ForAll int at) {
        int cut = Math.floorMod(at, COMMIT.length());
        for (String body : List.of(garbage, COMMIT.substring(0, cut) + garbage + COMMIT.substring(cut))) {
            try {
                assertThat(PlayerProtocol.readCommits(body)).isNotNull();
            } catch (ScormException e) {
                assertThat(e.key()).isEqualTo("protocol.malformed");
            }
        }
    }

    @Test
    void a_ticket_and_a_good_bye_are_read() {
        assertThat(PlayerProtocol.readTicket("{\"ticket\":\"t1\"}")).isEqualTo("t1");
        assertThat(PlayerProtocol.readExit("{\"session\":\"s1\"}")).isEqualTo("s1");
        assertThatThrownBy(() -> PlayerProtocol.readTicket("{\"ticket\":[]}")).isInstanceOf(ScormException.class);
    }

    private static final ActivityTree ONE = Trees.one(Standard.SCORM_1_2, LaunchData.NONE);
    private static final ActivityTree TWO = Trees.of(
            Standard.SCORM_2004,
            Trees.heading("kapitel", Trees.sco("a"), Trees.sco("b")),
            Trees.invisible(Trees.sco("c")));
    private static final Learner ANNA = new Learner("learner-1", "Berg, Anna");

    private static Launch launch(Optional<String> secret) {
        return new Launch(secret, "attempt", "/f/t/", "ViSam", ANNA, "Anna Berg", "https://portal/", "sv");
    }

    @Test
    void the_end_of_a_session_is_told_in_three_ways() {
        String commit = "{\"session\":\"s\",\"commits\":[{\"sequence\":1,\"sets\":{},%s}]}";
        assertThat(Map.of(
                        "\"finished\":true,\"left\":true", End.LEFT,
                        "\"finished\":true,\"left\":false", End.FINISHED,
                        "\"seen\":true", End.SEEN,
                        "\"left\":true", End.NONE))
                .allSatisfy((members, end) -> assertThat(
                                PlayerProtocol.readCommits(String.format(Locale.ROOT, commit, members))
                                        .commits()
                                        .get(0)
                                        .end())
                        .isEqualTo(end));
    }

    @Test
    void a_step_within_the_course_is_read() {
        assertThat(PlayerProtocol.readNavigate("{\"session\":\"s\",\"request\":\"{target=b}choice\"}")
                        .request())
                .isEqualTo(new NavigationRequest(NavigationRequest.Kind.CHOICE, "b"));
        for (String request : List.of("\"fly\"", "\"choice\"", "7", "\"{target=}choice\"")) {
            assertThatThrownBy(() -> PlayerProtocol.readNavigate("{\"session\":\"s\",\"request\":" + request + "}"))
                    .isInstanceOf(ScormException.class);
        }
    }

    @Test
    void a_launch_tells_the_secret_once() {
        AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_1_2), ONE, Trees.ONLY, "s1");
        CommitRequest said =
                new CommitRequest("s1", 1, Map.of("cmi.suspend_data", "åäö\uD800"), Duration.ZERO, End.NONE);
        AttemptState later = RunTime.open(RunTime.commit(state, ONE, said).state(), ONE, Trees.ONLY, "s2");
        String text = PlayerProtocol.launchAnswer(later, ONE, launch(Optional.of("secret")));
        JsonObject told = json(text);
        assertThat(told.getString("secret")).isEqualTo("secret");
        assertThat(told.getString("standard")).isEqualTo("1.2");
        assertThat(told.getString("session")).isEqualTo("s2");
        assertThat(told.getString("content")).isEqualTo("/f/t/only/index.html");
        assertThat(told.getJsonObject("cmi").getString("cmi.suspend_data")).isEqualTo("åäö\uD800");
        assertThat(told.getJsonObject("parts").getJsonArray("contents")).isEmpty();
        assertThat(text).contains("\\ud800");
        assertThat(json(PlayerProtocol.launchAnswer(later, ONE, launch(Optional.empty()))))
                .doesNotContainKey("secret");
    }

    @Test
    void several_parts_come_with_their_table_of_contents() {
        AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_2004), TWO, "b", "s1");
        JsonObject parts = json(PlayerProtocol.launchAnswer(state, TWO, launch(Optional.empty())))
                .getJsonObject("parts");
        assertThat(parts.getJsonArray("contents").getValuesAs(JsonObject.class))
                .extracting(part -> part.getString("id") + " " + part.getInt("depth") + " " + part.getBoolean("open"))
                .containsExactly("kapitel 0 false", "a 1 true", "b 1 true");
        assertThat(parts.getString("previous")).isEqualTo("a");
        assertThat(parts.getString("next")).isEqualTo("c");
        JsonObject end = json(PlayerProtocol.noActivityAnswer(state, TWO, true));
        assertThat(end.getBoolean("ends")).isTrue();
    }

    @Test
    void an_answer_to_a_commit_says_what_was_not_kept() {
        AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_1_2), ONE, Trees.ONLY, "s1");
        CommitRequest request = new CommitRequest(
                "s1",
                1,
                Map.of("cmi.core.score.raw", "banana", "cmi.suspend_data", "x".repeat(5000)),
                Duration.ZERO,
                End.NONE);
        CommitResult result = RunTime.commit(state, ONE, request);
        JsonObject answer = json(PlayerProtocol.commitAnswer(result, state, ONE, false, ANNA));
        assertThat(answer.getInt("lastSequence")).isEqualTo(1);
        assertThat(answer.getString("status")).isEqualTo("not attempted");
        assertThat(answer.getBoolean("fulfilled")).isFalse();
        JsonObject refused = answer.getJsonArray("refused").getJsonObject(0);
        assertThat(refused.getString("element")).isEqualTo("cmi.core.score.raw");
        assertThat(refused.getInt("code")).isEqualTo(405);
        assertThat(answer.getJsonArray("warnings")).hasSize(1);
        assertThat(answer.getJsonObject("cmi").getString("cmi.core.entry")).isEqualTo("ab-initio");
        JsonObject own = json(PlayerProtocol.commitAnswer(result, state, ONE, true));
        assertThat(own).doesNotContainKeys("cmi", "parts");
    }

    @Test
    void the_parts_are_told_again_when_one_of_them_has_come_further() {
        AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_2004), TWO, "a", "s1");
        CommitRequest request =
                new CommitRequest("s1", 1, Map.of("cmi.completion_status", "completed"), Duration.ZERO, End.NONE);
        JsonObject answer = json(PlayerProtocol.commitAnswer(RunTime.commit(state, TWO, request), state, TWO, false));
        assertThat(answer.getJsonObject("parts")
                        .getJsonArray("contents")
                        .getJsonObject(1)
                        .getString("status"))
                .isEqualTo("completed");
    }

    @Test
    void a_problem_carries_the_code_that_the_player_knows() {
        JsonObject problem = json(PlayerProtocol.problem(PlayerProblem.TAKEN_OVER));
        assertThat(problem.getInt("status")).isEqualTo(409);
        assertThat(problem.getString("code")).isEqualTo("taken-over");
    }

    @Test
    void the_page_and_its_files_are_in_the_jar_and_nothing_else_is() {
        PlayerAssets.Asset page = PlayerAssets.find("").orElseThrow();
        assertThat(page.name()).isEqualTo("player.html");
        assertThat(new String(page.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("src=\"player.js\"", "href=\"player.css\"");
        assertThat(PlayerAssets.find("player.js").orElseThrow().contentType()).startsWith("text/javascript");
        assertThat(PlayerAssets.find("player.css").orElseThrow().etag()).matches("\"[0-9a-f]{24}\"");
        assertThat(PlayerAssets.find("PlayerAssets.class")).isEmpty();
        assertThat(PlayerAssets.find("../runtime/cmi-1.2.json")).isEmpty();
    }
}
