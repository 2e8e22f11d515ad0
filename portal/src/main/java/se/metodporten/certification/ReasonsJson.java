package se.metodporten.certification;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Remedy;

/**
 * Reasons as the table keeps them: keys with arguments, words are put to them at the edge. The same reasons give the same
 * text, so that rows can be compared by it.
 */
final class ReasonsJson {

    /** Looked up once: the static methods of {@code Json} search the class path each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ReasonsJson() {}

    static String write(List<Reason> reasons) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (Reason reason : reasons) {
            JsonObjectBuilder one =
                    JSON.createObjectBuilder().add("kind", reason.kind().name());
            if (reason.requirement() != null) {
                one.add("requirement", reason.requirement());
            }
            if (reason.day() != null) {
                one.add("day", reason.day().toString());
            }
            one.add("remedy", reason.remedy().name());
            if (!reason.partsLeft().isEmpty()) {
                one.add("partsLeft", JSON.createArrayBuilder(reason.partsLeft()));
            }
            all.add(one);
        }
        return all.build().toString();
    }

    static List<Reason> read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(ReasonsJson::reason);
        }
    }

    private static Reason reason(JsonObject one) {
        String day = one.getString("day", null);
        JsonArray parts = one.getJsonArray("partsLeft");
        return new Reason(
                Reason.Kind.valueOf(one.getString("kind")),
                one.getString("requirement", null),
                day == null ? null : LocalDate.parse(day),
                Remedy.valueOf(one.getString("remedy")),
                parts == null ? List.of() : parts.getValuesAs(JsonNumber::intValue));
    }
}
