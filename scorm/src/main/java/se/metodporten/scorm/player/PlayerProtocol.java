package se.metodporten.scorm.player;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.runtime.CommitRequest;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.JsonText;

/** The messages between the player page and its host, version 1: README.md. Texts in, texts out. */
public final class PlayerProtocol {

    /** In every answer; without it the player takes an answer for somebody else's. */
    public static final String VERSION_HEADER = "X-Player-Protocol";

    public static final String VERSION = "1";

    public static final String SECRET_HEADER = "X-Commit-Secret";

    /** A request longer than this is {@link PlayerProblem#TOO_LARGE}; let no more be read. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_COMMITS = 200;
    private static final int MOST_SETS = 50_000;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_DAY = 24 * 60 * 60;

    private PlayerProtocol() {}

    /** The body of a commit. */
    public record CommitMessage(String session, List<CommitRequest> commits) {
        public CommitMessage {
            commits = List.copyOf(commits);
        }
    }

    /** The one-time ticket of a launch. */
    public static String readTicket(String body) {
        return read(body, json -> id(json, "ticket"));
    }

    /** The session that a player says good-bye to. */
    public static String readExit(String body) {
        return read(body, json -> id(json, "session"));
    }

    /** The body of a commit; throws ScormException {@code protocol.malformed} for anything else. */
    public static CommitMessage readCommits(String body) {
        return read(body, json -> {
            String session = id(json, "session");
            JsonArray commits = json.getJsonArray("commits");
            require(commits != null && !commits.isEmpty() && commits.size() <= MOST_COMMITS, "commits");
            List<CommitRequest> requests = new ArrayList<>();
            for (JsonObject commit : commits.getValuesAs(JsonObject.class)) {
                requests.add(commit(session, commit));
            }
            return new CommitMessage(session, requests);
        });
    }

    private static CommitRequest commit(String session, JsonObject json) {
        int sequence = json.getInt("sequence");
        int elapsed = json.getInt("elapsedSeconds", 0);
        require(sequence > 0, "sequence");
        require(elapsed >= 0 && elapsed <= 30 * LONGEST_DAY, "elapsedSeconds");
        JsonObject sets = json.getJsonObject("sets");
        require(sets != null && sets.size() <= MOST_SETS, "sets");
        Map<String, String> values = new LinkedHashMap<>();
        sets.forEach((element, value) -> values.put(element, ((JsonString) value).getString()));
        return new CommitRequest(
                session, sequence, values, Duration.ofSeconds(elapsed), json.getBoolean("finished", false));
    }

    public static String launchAnswer(Launch launch) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("attempt", launch.attempt())
                .add("session", launch.session())
                .add("standard", launch.standard().code())
                .add("content", launch.contentPath())
                .add("cmi", values(launch.initialValues()))
                .add("title", launch.title())
                .add("learner", launch.learnerName())
                .add("returnUrl", launch.returnUrl())
                .add("language", launch.language());
        launch.secret().ifPresent(secret -> json.add("secret", secret));
        return text(json);
    }

    public static String commitAnswer(CommitResult result, boolean fulfilled) {
        return text(commitJson(result, fulfilled));
    }

    /** For the journal of an older session: with the values that content now starts from. */
    public static String commitAnswer(CommitResult result, boolean fulfilled, Map<String, String> initialValues) {
        return text(commitJson(result, fulfilled).add("cmi", values(initialValues)));
    }

    private static JsonObjectBuilder commitJson(CommitResult result, boolean fulfilled) {
        JsonArrayBuilder refused = Json.createArrayBuilder();
        result.refused()
                .forEach(r -> refused.add(Json.createObjectBuilder()
                        .add("sequence", r.sequence())
                        .add("element", r.element())
                        .add("code", r.code().number())
                        .add("why", r.why())));
        JsonArrayBuilder warnings = Json.createArrayBuilder();
        result.warnings()
                .forEach(w -> warnings.add(Json.createObjectBuilder()
                        .add("sequence", w.sequence())
                        .add("element", w.element())
                        .add("why", w.why())));
        return Json.createObjectBuilder()
                .add("lastSequence", result.lastSequence())
                .add("status", result.status().word())
                .add("refused", refused)
                .add("warnings", warnings)
                .add("fulfilled", fulfilled);
    }

    public static String exitAnswer(String returnUrl) {
        return text(Json.createObjectBuilder().add("returnUrl", returnUrl));
    }

    /** {@code application/problem+json} (RFC 9457). */
    public static String problem(PlayerProblem problem) {
        return text(Json.createObjectBuilder()
                .add("title", problem.code())
                .add("status", problem.status())
                .add("code", problem.code()));
    }

    private static JsonObjectBuilder values(Map<String, String> values) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json;
    }

    private static String text(JsonObjectBuilder json) {
        return JsonText.escapeUnpaired(json.build().toString());
    }

    private static String id(JsonObject json, String member) {
        String id = json.getString(member);
        require(!id.isEmpty() && id.length() <= LONGEST_ID, member);
        return id;
    }

    private static void require(boolean holds, String member) {
        if (!holds) {
            throw new ScormException("protocol.malformed", member);
        }
    }

    private static <T> T read(String body, Function<JsonObject, T> reading) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reading.apply(reader.readObject());
        } catch (ScormException e) {
            throw e;
        } catch (RuntimeException e) {
            // readers of JSON have many: of the wrong kind, missing, too deep, a number without end
            throw new ScormException("protocol.malformed", e);
        }
    }
}
