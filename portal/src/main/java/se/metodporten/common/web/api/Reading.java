package se.metodporten.common.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import se.metodporten.common.CountyTime;
import se.metodporten.common.PlainText;
import se.metodporten.common.web.UrlState;

/**
 * How a parameter of one type is read, and how that is described.
 *
 * @param schema of OpenAPI, without the description
 */
record Reading(Declared declared, BiFunction<Declared, String, Object> reader, JsonObject schema) {

    /** Beyond it nobody means a day; the end of days must stay far away for what is counted from one. */
    static final LocalDate LAST_DAY = LocalDate.of(9000, 12, 31);

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_NUMBER = 18;

    private static final Map<Type, BiFunction<Declared, String, Object>> READERS = Map.of(
            String.class, Reading::text,
            LocalDate.class, Reading::day,
            Instant.class, Reading::moment,
            Long.class, Reading::number,
            long.class, Reading::number,
            int.class, (declared, text) -> Math.toIntExact((Long) number(declared, text)),
            boolean.class, Reading::flag);

    private static final Map<Type, JsonObject> SCHEMAS = Map.of(
            String.class,
                    Json.createObjectBuilder()
                            .add("type", "string")
                            .add("maxLength", LONGEST_TEXT)
                            .build(),
            LocalDate.class, string("date"),
            Instant.class, Json.createObjectBuilder().add("type", "string").build(),
            Long.class, integer("int64"),
            long.class, integer("int64"),
            int.class, integer("int32"),
            boolean.class, Json.createObjectBuilder().add("type", "boolean").build());

    /** @throws IllegalArgumentException for a type that no resource may declare */
    static Reading of(Declared declared) {
        Type type = declared.type();
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return choice(declared, constants, false);
        }
        if (type instanceof ParameterizedType sort && sort.getRawType() == SortBy.class) {
            return choice(declared, (Class<?>) sort.getActualTypeArguments()[0], true);
        }
        BiFunction<Declared, String, Object> reader = READERS.get(type);
        JsonObject schema = SCHEMAS.get(type);
        if (reader == null || schema == null) {
            throw new IllegalArgumentException("No way to read a parameter of " + type);
        }
        return new Reading(declared, reader, schema);
    }

    Object read(String text) {
        return reader.apply(declared, text);
    }

    private static Reading choice(Declared declared, Class<?> type, boolean sort) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        List<String> allowed = constants.stream()
                .map(UrlState::inUrl)
                .flatMap(name -> sort ? Stream.of(name, "-" + name) : Stream.of(name))
                .toList();
        return new Reading(
                declared,
                (parameter, text) -> {
                    String name = sort && text.startsWith("-") ? text.substring(1) : text;
                    Optional<Enum<?>> found = constants.stream()
                            .filter(constant -> UrlState.inUrl(constant).equals(name))
                            .findFirst();
                    Enum<?> constant = found.orElseThrow(() -> BadParameter.choice(parameter.name(), allowed));
                    return sort ? sortBy(constant, text.startsWith("-")) : constant;
                },
                Json.createObjectBuilder()
                        .add("type", "string")
                        .add("enum", Json.createArrayBuilder(allowed))
                        .build());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object sortBy(Enum<?> constant, boolean falling) {
        return new SortBy((Enum) constant, falling);
    }

    private static Object text(Declared declared, String text) {
        PlainText.faultIn(text.strip(), LONGEST_TEXT).ifPresent(fault -> {
            throw BadParameter.text(declared.name(), fault.key(), LONGEST_TEXT);
        });
        return text.strip();
    }

    private static Object day(Declared declared, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(CountyTime.FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException noDay) {
            throw BadParameter.range(declared.name(), "common.parameter.day", CountyTime.FIRST_DAY, LAST_DAY);
        }
        throw BadParameter.range(declared.name(), "common.parameter.day", CountyTime.FIRST_DAY, LAST_DAY);
    }

    /** Written as a day it is the day's last moment. */
    private static Object moment(Declared declared, String text) {
        try {
            Instant moment = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .atTime(LocalTime.MAX)
                            .atZone(CountyTime.ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            LocalDate day = CountyTime.dayOf(moment);
            if (!day.isBefore(CountyTime.FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return moment;
            }
        } catch (DateTimeException noMoment) {
            throw BadParameter.range(declared.name(), "common.parameter.moment", CountyTime.FIRST_DAY, LAST_DAY);
        }
        throw BadParameter.range(declared.name(), "common.parameter.moment", CountyTime.FIRST_DAY, LAST_DAY);
    }

    private static Object number(Declared declared, String text) {
        long minimum = declared.minimum() == null ? 0 : declared.minimum();
        long maximum = declared.maximum() == null ? Long.MAX_VALUE : declared.maximum();
        if (text.length() <= LONGEST_NUMBER && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            long number = Long.parseLong(text);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        }
        throw declared.maximum() == null
                ? BadParameter.text(declared.name(), "common.parameter.id")
                : BadParameter.range(declared.name(), "common.parameter.number", minimum, maximum);
    }

    private static Object flag(Declared declared, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadParameter.choice(declared.name(), List.of("true", "false"));
        };
    }

    private static JsonObject string(String format) {
        return Json.createObjectBuilder()
                .add("type", "string")
                .add("format", format)
                .build();
    }

    private static JsonObject integer(String format) {
        JsonObjectBuilder schema =
                Json.createObjectBuilder().add("type", "integer").add("format", format);
        return schema.build();
    }
}
