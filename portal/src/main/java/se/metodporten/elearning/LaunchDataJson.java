package se.metodporten.elearning;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.runtime.LaunchData;

/** What an item's manifest gives its content, as the row of its course version keeps it. */
final class LaunchDataJson {

    private LaunchDataJson() {}

    static String write(LaunchData data) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (data.masteryScore() != null) {
            json.add("masteryScore", data.masteryScore());
        }
        put(json, "maxTimeAllowed", data.maxTimeAllowed());
        put(json, "timeLimitAction", data.timeLimitAction());
        put(json, "dataFromLms", data.dataFromLms());
        return json.build().toString();
    }

    static LaunchData read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            @Nullable
            BigDecimal mastery = json.containsKey("masteryScore")
                    ? json.getJsonNumber("masteryScore").bigDecimalValue()
                    : null;
            return new LaunchData(
                    mastery,
                    json.getString("maxTimeAllowed", null),
                    json.getString("timeLimitAction", null),
                    json.getString("dataFromLms", null));
        }
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
