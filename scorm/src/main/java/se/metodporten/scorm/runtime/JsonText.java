package se.metodporten.scorm.runtime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON as text that survives every encoding. */
public final class JsonText {

    private JsonText() {}

    /** Writes unpaired surrogates as {@code \\udxxx}: UTF-8 has no form for them, and content's data may hold some. */
    public static String escapeUnpaired(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair || !Character.isSurrogate(c)) {
                append(out, json, i, pair ? 2 : 1);
                i += pair ? 1 : 0;
                continue;
            }
            if (out == null) {
                out = new StringBuilder(json.length() + 64).append(json, 0, i);
            }
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return out == null ? json : out.toString();
    }

    private static void append(@Nullable StringBuilder out, String json, int from, int length) {
        if (out != null) {
            out.append(json, from, from + length);
        }
    }
}
