package se.metodporten.scorm.runtime;

import static se.metodporten.scorm.JsonLibrary.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tables that server and player share; they name their sources. */
final class DataTable {

    private static final int LONGEST_UNSAID = 255;

    private DataTable() {}

    static DataModel read(String resource) {
        try (InputStream in = DataTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (JsonReader reader = JSON.createReader(in)) {
                return model(reader.readObject());
            }
        } catch (IOException e) {
            throw new IllegalStateException("unreadable resource " + resource, e);
        }
    }

    private static DataModel model(JsonObject json) {
        List<ValueType> types = json.getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .map(DataTable::type)
                .toList();
        List<DataElement> elements = json.getJsonArray("elements").getValuesAs(JsonObject.class).stream()
                .map(DataTable::element)
                .toList();
        Set<String> languages =
                Set.copyOf(Arrays.asList(json.getString("languages", "").split(" ", -1)));
        return new DataModel(elements, types, strings(json, "keywords"), languages);
    }

    private static DataElement element(JsonObject row) {
        return new DataElement(
                row.getString("name"),
                row.getString("type"),
                DataElement.Access.of(row.getString("access")),
                DataElement.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("needs", null),
                row.getBoolean("unique", false),
                row.getBoolean("once", false));
    }

    private static ValueType type(JsonObject row) {
        return new ValueType(
                row.getString("name"),
                row.getString("kind", "plain"),
                row.getInt("specified", Integer.MAX_VALUE),
                row.getInt("accepted", LONGEST_UNSAID),
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
}
