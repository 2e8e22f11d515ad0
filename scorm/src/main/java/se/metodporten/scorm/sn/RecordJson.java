package se.metodporten.scorm.sn;

import static se.metodporten.scorm.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;

/** Records as JSON and back, member by member: for definitions that are written once and seldom read. */
final class RecordJson {

    private RecordJson() {}

    static String write(Record value) {
        return object(value).build().toString();
    }

    static <T extends Record> T read(String text, Class<T> type, String key) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return type.cast(value(reader.readObject(), type));
        } catch (RuntimeException | ReflectiveOperationException e) {
            // readers of JSON have many: of the wrong kind, missing, too deep, no such word
            throw new ScormException(key, e);
        }
    }

    private static JsonObjectBuilder object(Record value) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            @Nullable Object member = get(component, value);
            if (member != null) {
                json.add(component.getName(), value(member));
            }
        }
        return json;
    }

    private static @Nullable Object get(RecordComponent component, Record value) {
        try {
            Object member = component.getAccessor().invoke(value);
            return member instanceof Optional<?> optional ? optional.orElse(null) : member;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("records of this library tell their members", e);
        }
    }

    private static JsonValue value(Object value) {
        if (value instanceof Record record) {
            return object(record).build();
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            Stream<?> ordered = many instanceof Set<?> ? many.stream().sorted() : many.stream();
            ordered.forEach(one -> array.add(value(one)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer number) {
            return JSON.createValue(number);
        }
        return JSON.createValue(value instanceof Enum<?> word ? word.name() : value.toString());
    }

    private static Object value(JsonValue json, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType parameterized) {
            return collection(
                    (Class<?>) parameterized.getRawType(), json, parameterized.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record((JsonObject) json, plain);
        }
        if (plain == boolean.class) {
            return json.getValueType() == JsonValue.ValueType.TRUE;
        }
        if (plain == int.class || plain == Integer.class) {
            return ((JsonNumber) json).intValueExact();
        }
        String text = ((JsonString) json).getString();
        if (plain == BigDecimal.class) {
            return new BigDecimal(text);
        }
        return plain.isEnum() ? word(plain, text) : text;
    }

    private static Object collection(Class<?> raw, JsonValue json, Type of) throws ReflectiveOperationException {
        if (raw == Optional.class) {
            return Optional.of(value(json, of));
        }
        List<Object> many = new java.util.ArrayList<>();
        for (JsonValue one : (JsonArray) json) {
            many.add(value(one, of));
        }
        return raw == Set.class ? many.stream().collect(Collectors.toUnmodifiableSet()) : many;
    }

    private static Object record(JsonObject json, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] members = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JsonValue member = json.get(components[i].getName());
            members[i] = member != null ? value(member, components[i].getGenericType()) : missing(components[i]);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(members);
    }

    private static @Nullable Object missing(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type.isPrimitive() || Collection.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(component.getName() + " is missing");
        }
        return null;
    }

    private static Object word(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
