package se.metodporten.directory;

import java.util.Locale;
import se.metodporten.common.PlainText;

/**
 * What is wrong in a row.
 *
 * @param line in the file, from 1
 * @param value what stands there, shortened and with invisible characters written out
 */
public record Problem(int line, String column, Fault fault, String value) {

    private static final int LONGEST_SHOWN = 80;

    public static Problem of(int line, String column, Fault fault, String value) {
        return new Problem(line, column, fault, shown(value));
    }

    /** Text that can be shown as it is: short, and nothing in it turns the line around or hides. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST_SHOWN).forEach(character -> {
            if (PlainText.faultIn("a" + Character.toString(character), LONGEST_SHOWN)
                    .isPresent()) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        int end = Math.min(shown.length(), 2 * LONGEST_SHOWN);
        boolean split = end < shown.length() && Character.isHighSurrogate(shown.charAt(end - 1));
        return shown.substring(0, split ? end - 1 : end);
    }
}
