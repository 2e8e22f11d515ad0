package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A data type of the standard, as data: the player reads the same fields.
 *
 * @param kind {@code plain}, or the name of a format that a pattern does not describe
 * @param specified characters that the specification allows
 * @param accepted characters that we take; between the two there is a warning
 * @param words a vocabulary; a value is one of the words or fits the pattern
 * @param blank whether the empty string is a value
 */
record ValueType(
        String name,
        String kind,
        int specified,
        int accepted,
        Set<String> words,
        @Nullable Pattern pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean blank) {

    /** Why a value cannot be taken. */
    record Fault(ErrorCode code, String why) {}

    boolean isResponse() {
        return kind.equals("response");
    }

    boolean isPattern() {
        return kind.equals("pattern");
    }

    /** Why the value is none of this type, except for what depends on other values; empty if it is. */
    Optional<Fault> fault(String value, Formats formats) {
        if (value.length() > accepted) {
            return wrong(name + " takes " + accepted + " characters, not " + value.length());
        }
        if (isResponse() || isPattern()) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return blank ? Optional.empty() : wrong("an empty value is not a " + name);
        }
        if (words.contains(value)) {
            return Optional.empty();
        }
        if (!fitsKind(value, formats)) {
            return wrong("not a " + name);
        }
        if (pattern == null) {
            return words.isEmpty() ? Optional.empty() : wrong("not a word of " + name);
        }
        return pattern.matcher(value).matches() ? outOfRange(value) : wrong("not a " + name);
    }

    private boolean fitsKind(String value, Formats formats) {
        return switch (kind) {
            case "identifier" -> Formats.isIdentifier(value);
            case "language" -> formats.isLanguage(value);
            case "localized" -> formats.isLocalized(value);
            case "time" -> Formats.isTime(value);
            default -> true;
        };
    }

    private Optional<Fault> outOfRange(String value) {
        if (minimum == null && maximum == null) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(value);
        boolean inside = (minimum == null || number.compareTo(minimum) >= 0)
                && (maximum == null || number.compareTo(maximum) <= 0);
        return inside
                ? Optional.empty()
                : Optional.of(new Fault(
                        ErrorCode.OUT_OF_RANGE, name + " goes from " + shown(minimum) + " to " + shown(maximum)));
    }

    private static String shown(@Nullable BigDecimal end) {
        return end == null ? "any number" : end.toPlainString();
    }

    private static Optional<Fault> wrong(String why) {
        return Optional.of(new Fault(ErrorCode.INCORRECT_TYPE, why));
    }

    boolean isLongerThanSpecified(String value) {
        return value.length() > specified;
    }
}
