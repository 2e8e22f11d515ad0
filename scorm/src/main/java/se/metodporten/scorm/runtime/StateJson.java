package se.metodporten.scorm.runtime;

import static se.metodporten.scorm.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;

/** The stored form of an attempt. Its version goes up when an old reader would misread a new text. */
final class StateJson {

    private static final int VERSION = 2;

    private StateJson() {}

    static String write(AttemptState state) {
        JsonObjectBuilder activities = JSON.createObjectBuilder();
        state.activities().forEach((id, activity) -> activities.add(id, activity(activity)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("standard", state.standard().code())
                .add("activities", activities)
                .add("shared", values(state.shared()));
        if (state.current() != null && state.liveSession() != null) {
            json.add("current", state.current()).add("liveSession", state.liveSession());
        }
        return JsonText.escapeUnpaired(json.build().toString());
    }

    private static JsonObjectBuilder activity(ActivityState activity) {
        JsonArrayBuilder sessions = JSON.createArrayBuilder();
        activity.sessions().forEach(s -> sessions.add(session(s)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("status", activity.status().word())
                .add("values", values(activity.values()))
                .add("sessions", sessions)
                .add("earlierTime", activity.earlierTime().toString())
                .add("earlierTimeOfAttempt", activity.earlierTimeOfAttempt().toString());
        if (activity.reportedStatus() != null) {
            json.add("reportedStatus", activity.reportedStatus().word());
        }
        if (activity.score() != null) {
            json.add("score", activity.score().toPlainString());
        }
        if (!activity.doubts().isEmpty()) {
            JsonArrayBuilder doubts = JSON.createArrayBuilder();
            activity.doubts().forEach(d -> doubts.add(d.name()));
            json.add("doubts", doubts);
        }
        return json;
    }

    private static JsonObjectBuilder session(Session session) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", session.id())
                .add("lastSequence", session.lastSequence())
                .add("measured", session.measured().toString())
                .add("said", session.said())
                .add("finished", session.finished())
                .add("exit", session.exit())
                .add("suspended", session.suspended());
        if (session.reported() != null) {
            json.add("reported", session.reported().toString());
        }
        return json;
    }

    private static JsonObjectBuilder values(Map<String, String> values) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        values.forEach(json::add);
        return json;
    }

    static AttemptState read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            if (json.getInt("version") != VERSION) {
                throw new ScormException("state.version", json.getInt("version"));
            }
            Map<String, ActivityState> activities = new LinkedHashMap<>();
            json.getJsonObject("activities").forEach((id, a) -> activities.put(id, activity((JsonObject) a)));
            return new AttemptState(
                    Standard.ofCode(json.getString("standard")).orElseThrow(),
                    activities,
                    json.getString("current", null),
                    json.getString("liveSession", null),
                    values(json.getJsonObject("shared")));
        } catch (ScormException e) {
            throw e;
        } catch (RuntimeException e) {
            // readers of JSON and of times have many: of the wrong kind, missing, too deep, not a time
            throw new ScormException("state.malformed", e);
        }
    }

    private static ActivityState activity(JsonObject json) {
        List<Session> sessions = new ArrayList<>();
        for (JsonObject session : json.getJsonArray("sessions").getValuesAs(JsonObject.class)) {
            sessions.add(session(session));
        }
        @Nullable LessonStatus reported = json.containsKey("reportedStatus") ? status(json, "reportedStatus") : null;
        @Nullable BigDecimal score = json.containsKey("score") ? new BigDecimal(json.getString("score")) : null;
        return new ActivityState(
                values(json.getJsonObject("values")),
                status(json, "status"),
                reported,
                score,
                sessions,
                Duration.parse(json.getString("earlierTime")),
                Duration.parse(json.getString("earlierTimeOfAttempt", "PT0S")),
                doubts(json));
    }

    private static Set<Doubt> doubts(JsonObject json) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (json.containsKey("doubts")) {
            json.getJsonArray("doubts")
                    .getValuesAs(JsonString.class)
                    .forEach(d -> doubts.add(Doubt.valueOf(d.getString())));
        }
        return doubts;
    }

    private static Map<String, String> values(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> value : json.entrySet()) {
            values.put(value.getKey(), ((JsonString) value.getValue()).getString());
        }
        return values;
    }

    private static LessonStatus status(JsonObject json, String member) {
        return LessonStatus.ofWord(json.getString(member)).orElseThrow();
    }

    private static Session session(JsonObject json) {
        @Nullable Duration reported = json.containsKey("reported") ? Duration.parse(json.getString("reported")) : null;
        int lastSequence = json.getInt("lastSequence");
        return new Session(
                json.getString("id"),
                lastSequence,
                reported,
                Duration.parse(json.getString("measured")),
                json.getBoolean("said", lastSequence > 0),
                json.getBoolean("finished"),
                json.getString("exit"),
                json.getBoolean("suspended", false));
    }
}
