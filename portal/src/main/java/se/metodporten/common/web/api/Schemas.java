package se.metodporten.common.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UrlState;

/**
 * The records of answers as JSON Schema (the 2020-12 of OpenAPI 3.1): every component is there, and null only where it is
 * {@code @Nullable}.
 */
final class Schemas {

    private static final String PREFIX = "Api";

    private static final Map<Type, JsonObject> SIMPLE = Map.of(
            String.class, simple("string", null),
            long.class, simple("integer", "int64"),
            Long.class, simple("integer", "int64"),
            int.class, simple("integer", "int32"),
            Integer.class, simple("integer", "int32"),
            boolean.class, simple("boolean", null),
            Boolean.class, simple("boolean", null),
            LocalDate.class, simple("string", "date"),
            LocalTime.class, simple("string", "time"),
            Instant.class, simple("string", "date-time"));

    private final Map<String, JsonObject> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    /** What was referred to so far, by name. */
    Map<String, JsonObject> named() {
        return named;
    }

    /** A schema, or where it stands. */
    JsonObject of(Type type) {
        return of(type, Map.of());
    }

    private JsonObject of(Type type, Map<String, Type> variables) {
        JsonObject simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(variables.getOrDefault(variable.getName(), Object.class), variables);
        }
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == List.class
                    ? object("type", Json.createValue("array"), "items", of(argument, variables))
                    : refer((Class<?>) generic.getRawType(), argument);
        }
        if (type instanceof Class<?> raw && raw.isEnum()) {
            JsonArrayBuilder constants = Json.createArrayBuilder();
            Arrays.stream(raw.getEnumConstants()).forEach(one -> constants.add(UrlState.inUrl((Enum<?>) one)));
            return object("type", Json.createValue("string"), "enum", constants.build());
        }
        if (type instanceof Class<?> raw && raw.isRecord()) {
            return refer(raw, null);
        }
        throw new IllegalArgumentException("The API does not answer with " + type);
    }

    /** @param argument of a generic record: {@code Listed<ApiUnit>} is called {@code ListedUnit} */
    private JsonObject refer(Class<?> type, @Nullable Type argument) {
        String name = name(type) + (argument instanceof Class<?> of ? name(of) : "");
        Class<?> other = types.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(type + " and " + other + " would both be called " + name);
        }
        if (!named.containsKey(name)) {
            named.put(name, JsonValue.EMPTY_JSON_OBJECT);
            Map<String, Type> variables = new HashMap<>();
            if (argument != null) {
                variables.put(type.getTypeParameters()[0].getName(), argument);
            }
            named.put(name, record(type, variables));
        }
        return Json.createObjectBuilder()
                .add("$ref", "#/components/schemas/" + name)
                .build();
    }

    private JsonObject record(Class<?> type, Map<String, Type> variables) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonObject schema = of(component.getGenericType(), variables);
            properties.add(
                    component.getName(),
                    described(
                            component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? orNull(schema) : schema,
                            component));
            required.add(component.getName());
        }
        return Json.createObjectBuilder(described(object("type", Json.createValue("object")), type))
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    private static JsonObject orNull(JsonObject schema) {
        if (!schema.containsKey("type") || schema.containsKey("enum")) {
            return object(
                    "anyOf",
                    Json.createArrayBuilder()
                            .add(schema)
                            .add(simple("null", null))
                            .build());
        }
        return Json.createObjectBuilder(schema)
                .add("type", Json.createArrayBuilder().add(schema.get("type")).add("null"))
                .build();
    }

    private static JsonObject described(JsonObject schema, AnnotatedElement where) {
        Schema told = where.getAnnotation(Schema.class);
        return told == null || told.description().isEmpty()
                ? schema
                : Json.createObjectBuilder(schema)
                        .add("description", told.description())
                        .build();
    }

    private static String name(Class<?> type) {
        String simple = type.getSimpleName();
        return simple.startsWith(PREFIX) ? simple.substring(PREFIX.length()) : simple;
    }

    private static JsonObject simple(String type, @Nullable String format) {
        JsonObject schema = object("type", Json.createValue(type));
        return format == null
                ? schema
                : Json.createObjectBuilder(schema).add("format", format).build();
    }

    private static JsonObject object(String name, JsonValue value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject object(String name, JsonValue value, String other, JsonValue otherValue) {
        return Json.createObjectBuilder()
                .add(name, value)
                .add(other, otherValue)
                .build();
    }
}
