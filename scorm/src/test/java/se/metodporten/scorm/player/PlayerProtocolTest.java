package se.metodporten.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
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
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.LaunchData;
import se.metodporten.scorm.runtime.RunTime;

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
        assertThat(commit.finished()).isTrue();
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

    @Test
    void a_launch_tells_the_secret_once() {
        Launch launch = new Launch(
                Optional.of("secret"),
                "a",
                "s1",
                Standard.SCORM_1_2,
                "/f/t/index.html",
                Map.of("cmi.suspend_data", "åäö\uD800"),
                "ViSam",
                "Anna Berg",
                "https://portal/",
                "sv");
        JsonObject told = json(PlayerProtocol.launchAnswer(launch));
        assertThat(told.getString("secret")).isEqualTo("secret");
        assertThat(told.getString("standard")).isEqualTo("1.2");
        assertThat(told.getJsonObject("cmi").getString("cmi.suspend_data")).isEqualTo("åäö\uD800");
        assertThat(PlayerProtocol.launchAnswer(launch)).contains("\\ud800");
        Launch resume = new Launch(
                Optional.empty(), "a", "s1", Standard.SCORM_1_2, "/", Map.of(), "t", "l", "https://portal/", "sv");
        assertThat(json(PlayerProtocol.launchAnswer(resume))).doesNotContainKey("secret");
    }

    @Test
    void an_answer_to_a_commit_says_what_was_not_kept() {
        AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_1_2), "s1");
        CommitRequest request = new CommitRequest(
                "s1",
                1,
                Map.of("cmi.core.score.raw", "banana", "cmi.suspend_data", "x".repeat(5000)),
                Duration.ZERO,
                false);
        CommitResult result = RunTime.commit(state, request, LaunchData.NONE);
        JsonObject answer = json(PlayerProtocol.commitAnswer(result, false, Map.of("cmi.core.entry", "resume")));
        assertThat(answer.getInt("lastSequence")).isEqualTo(1);
        assertThat(answer.getString("status")).isEqualTo("not attempted");
        assertThat(answer.getBoolean("fulfilled")).isFalse();
        JsonObject refused = answer.getJsonArray("refused").getJsonObject(0);
        assertThat(refused.getString("element")).isEqualTo("cmi.core.score.raw");
        assertThat(refused.getInt("code")).isEqualTo(405);
        assertThat(answer.getJsonArray("warnings")).hasSize(1);
        assertThat(answer.getJsonObject("cmi").getString("cmi.core.entry")).isEqualTo("resume");
        assertThat(json(PlayerProtocol.commitAnswer(result, true))).doesNotContainKey("cmi");
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
        assertThat(PlayerAssets.find("licences.txt")).isPresent();
        assertThat(PlayerAssets.find("PlayerAssets.class")).isEmpty();
        assertThat(PlayerAssets.find("../runtime/cmi-1.2.json")).isEmpty();
    }
}
