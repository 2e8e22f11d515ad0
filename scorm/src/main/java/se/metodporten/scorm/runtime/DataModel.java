package se.metodporten.scorm.runtime;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;

/** The elements of a standard, their types and access: {@code cmi-1.2.json}, which names its sources. */
public final class DataModel {

    /** Longer names are never looked up: no element's is near. */
    private static final int LONGEST_NAME = 255;

    private static final Pattern INDEX = Pattern.compile("\\.(0|[1-9][0-9]{0,4})(?=\\.|$)");
    private static final Pattern WRITTEN_N = Pattern.compile("\\.n(?=\\.|$)");
    private static final Pattern ANY_DIGITS = Pattern.compile("[0-9]+");

    private static final DataModel SCORM_1_2 = read("cmi-1.2.json");

    private final Map<String, DataElement> elements;
    private final Map<String, ValueType> types;
    private final Set<String> containers;
    private final Set<String> keywords;

    private DataModel(JsonObject json) {
        keywords = strings(json, "keywords");
        types = new LinkedHashMap<>();
        for (JsonObject row : json.getJsonArray("types").getValuesAs(JsonObject.class)) {
            types.put(row.getString("name"), type(row));
        }
        elements = new LinkedHashMap<>();
        containers = new LinkedHashSet<>();
        for (JsonObject row : json.getJsonArray("elements").getValuesAs(JsonObject.class)) {
            DataElement element = new DataElement(
                    row.getString("name"),
                    row.getString("type"),
                    DataElement.Access.of(row.getString("access")),
                    DataElement.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
            elements.put(element.name(), element);
            for (int dot = element.name().lastIndexOf('.');
                    dot > 0;
                    dot = element.name().lastIndexOf('.', dot - 1)) {
                containers.add(element.name().substring(0, dot));
            }
        }
    }

    /** The table of a standard that can be run. */
    public static DataModel of(Standard standard) {
        return switch (standard) {
            case SCORM_1_2 -> SCORM_1_2;
            case SCORM_2004 -> throw new ScormException("standard.notRunnable", standard.code());
        };
    }

    public Collection<DataElement> elements() {
        return Collections.unmodifiableCollection(elements.values());
    }

    /** Whether content may set the element to the value; no answer means yes. Counts of arrays are not judged here. */
    Optional<Fault> faultOfSet(String name, String value) {
        if (name.length() > LONGEST_NAME) {
            return Optional.of(new Fault(ErrorCode.NOT_IMPLEMENTED, "no element has so long a name"));
        }
        String pattern = withoutIndices(name);
        DataElement element = elements.get(pattern);
        if (element == null) {
            return Optional.of(unknown(pattern));
        }
        if (element.role() == DataElement.Role.KEYWORD) {
            return Optional.of(new Fault(ErrorCode.KEYWORD, "a keyword cannot be set"));
        }
        if (!element.access().writable()) {
            return Optional.of(new Fault(ErrorCode.READ_ONLY, "content may only read it"));
        }
        return typeOf(element).fault(value).map(why -> new Fault(ErrorCode.INCORRECT_TYPE, why));
    }

    /** Why a value cannot be given to content as this element; empty if it can. For what manifests bring. */
    public Optional<String> faultOfGiven(String name, String value) {
        return typeOf(element(name)).fault(value);
    }

    /** The row of an element that {@link #faultOfSet} found nothing wrong with. */
    DataElement element(String name) {
        DataElement element = elements.get(withoutIndices(name));
        if (element == null) {
            throw new IllegalArgumentException(name);
        }
        return element;
    }

    ValueType typeOf(DataElement element) {
        ValueType type = types.get(element.type());
        if (type == null) {
            throw new IllegalStateException("the table names no type " + element.type());
        }
        return type;
    }

    private Fault unknown(String pattern) {
        String last = pattern.substring(pattern.lastIndexOf('.') + 1);
        if (keywords.contains(last)) {
            return new Fault(ErrorCode.KEYWORD, "a keyword cannot be set");
        }
        if (containers.contains(pattern)) {
            return new Fault(ErrorCode.NOT_IMPLEMENTED, "it holds other elements and has no value of its own");
        }
        return new Fault(ErrorCode.NOT_IMPLEMENTED, "no such element");
    }

    static String withoutIndices(String name) {
        // an n that content itself wrote is no index
        return INDEX.matcher(WRITTEN_N.matcher(name).replaceAll(".?")).replaceAll(".n");
    }

    /** {@code cmi.objectives.3.id} → {@code cmi.objectives} → 3, outermost first. */
    static Map<String, Integer> indices(String name) {
        Map<String, Integer> found = new LinkedHashMap<>();
        int from = 0;
        for (String part : name.split("\\.", -1)) {
            if (ANY_DIGITS.matcher(part).matches()) {
                found.put(name.substring(0, from - 1), Integer.parseInt(part));
            }
            from += part.length() + 1;
        }
        return found;
    }

    private static DataModel read(String resource) {
        try (InputStream in = DataModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (JsonReader reader = Json.createReader(in)) {
                return new DataModel(reader.readObject());
            }
        } catch (IOException e) {
            throw new IllegalStateException("unreadable resource " + resource, e);
        }
    }

    private static ValueType type(JsonObject row) {
        return new ValueType(
                row.getString("name"),
                row.getInt("specified", Integer.MAX_VALUE),
                row.getInt("accepted", LONGEST_NAME),
                strings(row, "words"),
                row.containsKey("pattern") ? Pattern.compile(row.getString("pattern")) : null,
                number(row, "minimum"),
                number(row, "maximum"),
                row.getBoolean("blank", false));
    }

    private static Set<String> strings(JsonObject row, String member) {
        Set<String> found = new LinkedHashSet<>();
        if (row.containsKey(member)) {
            row.getJsonArray(member).getValuesAs(JsonString.class).forEach(s -> found.add(s.getString()));
        }
        return Collections.unmodifiableSet(found);
    }

    private static @Nullable BigDecimal number(JsonObject row, String member) {
        JsonNumber number = row.containsKey(member) ? row.getJsonNumber(member) : null;
        return number == null ? null : number.bigDecimalValue();
    }

    /** What is wrong with a set. */
    record Fault(ErrorCode code, String why) {}
}
