package se.metodporten.common.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** JSON in YAML's block style; scalars stay as JSON writes them, which YAML reads alike. */
final class Yaml {

    private static final String STEP = "  ";

    private Yaml() {}

    static String of(JsonObject object) {
        StringBuilder text = new StringBuilder();
        object(object, "", text);
        return text.toString();
    }

    private static void object(JsonObject object, String indent, StringBuilder text) {
        object.forEach((name, value) -> {
            text.append(indent).append('"').append(name).append("\":");
            value(value, indent + STEP, text);
        });
    }

    private static void value(JsonValue value, String indent, StringBuilder text) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            text.append('\n');
            object(object, indent, text);
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            text.append('\n');
            for (JsonValue item : array) {
                text.append(indent).append('-');
                value(item, indent + STEP, text);
            }
        } else {
            text.append(' ').append(value).append('\n');
        }
    }
}
