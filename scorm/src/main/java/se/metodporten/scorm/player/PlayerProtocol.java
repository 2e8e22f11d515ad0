package se.metodporten.scorm.player;

import static se.metodporten.scorm.JsonLibrary.JSON;

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
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitRequest;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.JsonText;
import se.metodporten.scorm.runtime.Learner;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.Activity.Control;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.Navigation;
import se.metodporten.scorm.sn.NavigationRequest;

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
    private static final int MOST_TRIED = 20;
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
        return new CommitRequest(session, sequence, values, tried(json), Duration.ofSeconds(elapsed), end(json));
    }

    private static Map<String, String> tried(JsonObject json) {
        Map<String, String> tried = new LinkedHashMap<>();
        if (json.containsKey("tried")) {
            json.getJsonObject("tried")
                    .forEach((element, value) -> tried.put(element, ((JsonString) value).getString()));
        }
        require(tried.size() <= MOST_TRIED, "tried");
        return tried;
    }

    private static End end(JsonObject json) {
        if (json.getBoolean("finished", false)) {
            return json.getBoolean("left", false) ? End.LEFT : End.FINISHED;
        }
        return json.getBoolean("seen", false) ? End.SEEN : End.NONE;
    }

    /** A step within the course that content or the learner asks for. */
    public record NavigateMessage(String session, NavigationRequest request) {}

    /** Throws ScormException {@code protocol.malformed} for anything else. */
    public static NavigateMessage readNavigate(String body) {
        return read(body, json -> {
            NavigationRequest request = NavigationRequest.parse(json.getString("request"))
                    .orElseThrow(() -> new ScormException("protocol.malformed", "request"));
            return new NavigateMessage(id(json, "session"), request);
        });
    }

    /** The answer to a launch, a resume, or a step that leads to an activity: its live session. */
    public static String launchAnswer(AttemptState state, ActivityTree tree, Launch launch) {
        @Nullable String current = state.current();
        @Nullable String session = state.liveSession();
        if (current == null || session == null) {
            throw new IllegalArgumentException("nothing was opened");
        }
        Activity activity = tree.activity(current);
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("attempt", launch.attempt())
                .add("session", session)
                .add("activity", activity.identifier())
                .add("sco", activity.kind() == Activity.Kind.SCO)
                .add("standard", state.standard().code())
                .add("content", launch.contentRoot() + activity.url())
                .add("cmi", values(RunTime.initialValues(state, tree, launch.learner())))
                .add("closed", values(RunTime.closed(state, tree)))
                .add("parts", parts(state, tree))
                .add("title", launch.title())
                .add("learner", launch.learnerName())
                .add("returnUrl", launch.returnUrl())
                .add("language", launch.language());
        launch.secret().ifPresent(secret -> json.add("secret", secret));
        return text(json);
    }

    /** The table of contents; empty when the course has one part only. */
    private static JsonObjectBuilder parts(AttemptState state, ActivityTree tree) {
        Navigation navigation = RunTime.navigation(state, tree);
        JsonArrayBuilder contents = JSON.createArrayBuilder();
        boolean several = tree.launchables().size() > 1;
        for (Navigation.Entry entry : several ? navigation.contents() : List.<Navigation.Entry>of()) {
            contents.add(JSON.createObjectBuilder()
                    .add("id", entry.activity().identifier())
                    .add("title", entry.activity().title())
                    .add("depth", entry.depth())
                    .add("heading", !entry.activity().launchable())
                    .add("status", entry.status().word())
                    .add("open", entry.open()));
        }
        JsonObjectBuilder json = JSON.createObjectBuilder().add("contents", contents);
        navigation
                .next()
                .filter(a -> several && navigation.shows(Control.CONTINUE))
                .ifPresent(a -> json.add("next", a.identifier()));
        navigation
                .previous()
                .filter(a -> several && navigation.shows(Control.PREVIOUS))
                .ifPresent(a -> json.add("previous", a.identifier()));
        return json;
    }

    /** A step that leads to no activity. @param ends whether the learner leaves the course; else the contents are shown */
    public static String noActivityAnswer(AttemptState state, ActivityTree tree, boolean ends) {
        return text(JSON.createObjectBuilder().add("ends", ends).add("parts", parts(state, tree)));
    }

    /** @param before the attempt before the commit: the parts are told again only when something about them has changed */
    public static String commitAnswer(CommitResult result, AttemptState before, ActivityTree tree, boolean fulfilled) {
        return text(commitJson(result, before, tree, fulfilled));
    }

    /** For the journal of an older session: with the values that content now starts from. */
    public static String commitAnswer(
            CommitResult result, AttemptState before, ActivityTree tree, boolean fulfilled, Learner learner) {
        return text(commitJson(result, before, tree, fulfilled)
                .add("cmi", values(RunTime.initialValues(result.state(), tree, learner))));
    }

    private static JsonObjectBuilder commitJson(
            CommitResult result, AttemptState before, ActivityTree tree, boolean fulfilled) {
        JsonArrayBuilder refused = JSON.createArrayBuilder();
        result.refused()
                .forEach(r -> refused.add(JSON.createObjectBuilder()
                        .add("sequence", r.sequence())
                        .add("element", r.element())
                        .add("code", r.code().number(result.state().standard()))
                        .add("why", r.why())));
        JsonArrayBuilder warnings = JSON.createArrayBuilder();
        result.warnings()
                .forEach(w -> warnings.add(JSON.createObjectBuilder()
                        .add("sequence", w.sequence())
                        .add("element", w.element())
                        .add("why", w.why())));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("lastSequence", result.lastSequence())
                .add("status", result.status().word())
                .add("refused", refused)
                .add("warnings", warnings)
                .add("fulfilled", fulfilled);
        if (before.status(result.activity()) != result.status()) {
            json.add("parts", parts(result.state(), tree));
        }
        return json;
    }

    public static String exitAnswer(String returnUrl) {
        return text(JSON.createObjectBuilder().add("returnUrl", returnUrl));
    }

    /** {@code application/problem+json} (RFC 9457). */
    public static String problem(PlayerProblem problem) {
        return text(JSON.createObjectBuilder()
                .add("title", problem.code())
                .add("status", problem.status())
                .add("code", problem.code()));
    }

    private static JsonObjectBuilder values(Map<String, String> values) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
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
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return reading.apply(reader.readObject());
        } catch (ScormException e) {
            throw e;
        } catch (RuntimeException e) {
            // readers of JSON have many: of the wrong kind, missing, too deep, a number without end
            throw new ScormException("protocol.malformed", e);
        }
    }
}
