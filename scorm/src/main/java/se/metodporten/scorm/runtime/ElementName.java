package se.metodporten.scorm.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of elements: {@code cmi.objectives.3.id} is the element {@code cmi.objectives.n.id} in row 3. */
final class ElementName {

    private static final Pattern INDEX = Pattern.compile("\\.[0-9]{1,5}(?=\\.|$)");
    private static final Pattern WRITTEN_N = Pattern.compile("\\.n(?=\\.|$)");
    private static final Pattern ANY_DIGITS = Pattern.compile("[0-9]+");

    private ElementName() {}

    static String withoutIndices(String name) {
        // an n that content itself wrote is no index
        return INDEX.matcher(WRITTEN_N.matcher(name).replaceAll(".?")).replaceAll(".n");
    }

    /** The pattern's element in the rows that the name is in. */
    static String withIndicesOf(String name, String pattern) {
        List<Integer> rows = List.copyOf(indices(name).values());
        Matcher n = WRITTEN_N.matcher(pattern);
        StringBuilder out = new StringBuilder();
        for (int i = 0; n.find(); i++) {
            n.appendReplacement(out, "." + rows.get(i));
        }
        return n.appendTail(out).toString();
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

    /** The innermost array and the row in it; an empty name where there is no array. */
    static Map.Entry<String, Integer> lastRow(String name) {
        Map.Entry<String, Integer> last = Map.entry("", 0);
        for (Map.Entry<String, Integer> row : indices(name).entrySet()) {
            last = Map.entry(row.getKey(), row.getValue());
        }
        return last;
    }
}
