package se.metodporten.common;

import java.text.Bidi;
import java.util.Optional;

/**
 * What a name or a short text may hold: any visible characters, also {@code <script>}, quotes and 4-byte ones, since
 * pages escape them. What nobody can see, or what turns the text around, is refused.
 */
public final class PlainText {

    /** Why a text is refused; worded by {@code common.text.<name>}. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        INVISIBLE,
        DIRECTION;

        public String key() {
            return "common.text." + name();
        }
    }

    private static final String FIRST_STRONG = "\u2068";
    private static final String POP = "\u2069";

    private PlainText() {}

    /** @param longest in characters as people count them */
    public static Optional<Fault> faultIn(String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(Fault.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (text.codePoints().anyMatch(PlainText::turnsAround)) {
            return Optional.of(Fault.DIRECTION);
        }
        if (text.codePoints().anyMatch(PlainText::invisible)) {
            return Optional.of(Fault.INVISIBLE);
        }
        return Optional.empty();
    }

    /** What is invisible in a text of any length that may have lines and tabs. */
    public static Optional<Fault> faultInLines(String text) {
        return text.lines()
                .map(line -> line.replace('\t', ' '))
                .filter(line -> !line.isBlank())
                .flatMap(line -> faultIn(line, Integer.MAX_VALUE).stream())
                .findFirst();
    }

    /**
     * The text without spaces around it.
     *
     * @param field id of the form's field that a refusal is shown at
     */
    public static String require(String field, String text, int longest) {
        String stripped = text.strip();
        faultIn(stripped, longest).ifPresent(fault -> {
            throw DomainException.at(field, fault.key(), longest);
        });
        return stripped;
    }

    /** For use within a sentence: what is written from the right must not turn the words around it. */
    static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? FIRST_STRONG + text + POP : text;
    }

    /** Marks of writing direction: they can make a name read as another. */
    private static boolean turnsAround(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> character == 0x200B || character == 0xFEFF || character == 0xFFFD;
        };
    }
}
