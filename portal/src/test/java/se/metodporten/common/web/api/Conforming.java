package se.metodporten.common.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an answer with its schema, more strictly than a reader should: whatever is not described is a fault, too.
 * Knows as much of JSON Schema as the API's description uses.
 */
final class Conforming {

    private final JsonObject description;
    private final List<String> faults = new ArrayList<>();

    private Conforming(JsonObject description) {
        this.description = description;
    }

    static List<String> faultsIn(JsonValue answer, JsonValue schema, JsonObject description) {
        Conforming conforming = new Conforming(description);
        conforming.check(answer, schema, "$");
        return conforming.faults;
    }

    private void check(JsonValue value, JsonValue schema, String at) {
        if (schema == JsonValue.TRUE) {
            return;
        }
        JsonObject wanted = schema.asJsonObject();
        if (wanted.containsKey("$ref")) {
            check(value, referred(wanted.getString("$ref")), at);
        } else if (wanted.containsKey("anyOf")) {
            boolean any = wanted.getJsonArray("anyOf").stream()
                    .anyMatch(one -> faultsIn(value, one, description).isEmpty());
            fault(any, at + " is none of " + wanted.get("anyOf"));
        } else if (value.getValueType() == JsonValue.ValueType.NULL) {
            fault(types(wanted).contains("null"), at + " is null");
        } else {
            checkPresent(value, wanted, at);
        }
    }

    private void checkPresent(JsonValue value, JsonObject wanted, String at) {
        switch (value.getValueType()) {
            case OBJECT -> {
                fault(types(wanted).contains("object"), at + " is an object");
                checkObject(value.asJsonObject(), wanted, at);
            }
            case ARRAY -> {
                fault(types(wanted).contains("array"), at + " is an array");
                JsonArray items = value.asJsonArray();
                for (int i = 0; i < items.size(); i++) {
                    check(items.get(i), wanted.get("items"), at + "[" + i + "]");
                }
            }
            case STRING -> checkText(((JsonString) value).getString(), wanted, at);
            case NUMBER ->
                fault(types(wanted).contains("integer") && ((JsonNumber) value).isIntegral(), at + " is a number");
            case TRUE, FALSE -> fault(types(wanted).contains("boolean"), at + " is a boolean");
            case NULL -> throw new IllegalStateException();
        }
    }

    private void checkObject(JsonObject value, JsonObject wanted, String at) {
        JsonObject properties = wanted.getJsonObject("properties");
        Set<String> required = new TreeSet<>();
        wanted.getJsonArray("required").getValuesAs(JsonString::getString).forEach(required::add);
        required.removeAll(value.keySet());
        fault(required.isEmpty(), at + " lacks " + required);
        value.forEach((name, part) -> {
            fault(properties.containsKey(name), at + " has " + name + ", which is not described");
            if (properties.containsKey(name)) {
                check(part, properties.get(name), at + "." + name);
            }
        });
    }

    private void checkText(String text, JsonObject wanted, String at) {
        fault(types(wanted).contains("string"), at + " is a text");
        if (wanted.containsKey("enum")) {
            fault(
                    wanted.getJsonArray("enum")
                            .getValuesAs(JsonString::getString)
                            .contains(text),
                    at + " is " + text + ", none of " + wanted.get("enum"));
        }
        fault(!text.contains("??"), at + " has a text that is missing: " + text);
        try {
            switch (wanted.getString("format", "")) {
                case "date" -> fault(LocalDate.parse(text).getYear() < 9999, at + " is the end of days");
                case "time" -> LocalTime.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {}
            }
        } catch (java.time.DateTimeException unreadable) {
            fault(false, at + " is " + text);
        }
    }

    private static List<String> types(JsonObject schema) {
        JsonValue type = schema.get("type");
        return type instanceof JsonArray several
                ? several.getValuesAs(JsonString::getString)
                : List.of(((JsonString) type).getString());
    }

    private JsonValue referred(String reference) {
        return description.getValue(reference.substring(1));
    }

    private void fault(boolean fine, String what) {
        if (!fine) {
            faults.add(what);
        }
    }
}
