package se.metodporten.scorm.runtime;

import jakarta.json.Json;
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
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;

/** The stored form of an attempt. Its version goes up when an old reader would misread a new text. */
final class StateJson {

    private static final int VERSION = 1;

    private StateJson() {}

    static String write(AttemptState state) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        state.values().forEach(values::add);
        JsonArrayBuilder sessions = Json.createArrayBuilder();
        state.sessions().forEach(s -> sessions.add(session(s)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("version", VERSION)
                .add("standard", state.standard().code())
                .add("status", state.status().word())
                .add("values", values)
                .add("sessions", sessions)
                .add("earlierTime", state.earlierTime().toString());
        if (state.reportedStatus() != null) {
            json.add("reportedStatus", state.reportedStatus().word());
        }
        return JsonText.escapeUnpaired(json.build().toString());
    }

    private static JsonObjectBuilder session(Session session) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", session.id())
                .add("lastSequence", session.lastSequence())
                .add("measured", session.measured().toString())
                .add("finished", session.finished())
                .add("exit", session.exit());
        if (session.reported() != null) {
            json.add("reported", session.reported().toString());
        }
        return json;
    }

    static AttemptState read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            if (json.getInt("version") != VERSION) {
                throw new ScormException("state.version", json.getInt("version"));
            }
            Map<String, String> values = new LinkedHashMap<>();
            json.getJsonObject("values").forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
            List<Session> sessions = new ArrayList<>();
            for (JsonObject session : json.getJsonArray("sessions").getValuesAs(JsonObject.class)) {
                sessions.add(session(session));
            }
            LessonStatus reported = json.containsKey("reportedStatus") ? status(json, "reportedStatus") : null;
            return new AttemptState(
                    Standard.ofCode(json.getString("standard")).orElseThrow(),
                    values,
                    status(json, "status"),
                    reported,
                    sessions,
                    Duration.parse(json.getString("earlierTime")));
        } catch (ScormException e) {
            throw e;
        } catch (RuntimeException e) {
            // readers of JSON and of times have many: of the wrong kind, missing, too deep, not a time
            throw new ScormException("state.malformed", e);
        }
    }

    private static LessonStatus status(JsonObject json, String member) {
        return LessonStatus.ofWord(json.getString(member)).orElseThrow();
    }

    private static Session session(JsonObject json) {
        @Nullable Duration reported = json.containsKey("reported") ? Duration.parse(json.getString("reported")) : null;
        return new Session(
                json.getString("id"),
                json.getInt("lastSequence"),
                reported,
                Duration.parse(json.getString("measured")),
                json.getBoolean("finished"),
                json.getString("exit"));
    }
}
