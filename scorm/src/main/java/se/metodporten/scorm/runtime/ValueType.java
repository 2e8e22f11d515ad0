package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A data type of the standard, as data: the player reads the same fields.
 *
 * @param specified characters that the specification allows
 * @param accepted characters that we take; between the two there is a warning
 * @param words a vocabulary; a value is one of the words or fits the pattern
 * @param blank whether the empty string is a value
 */
record ValueType(
        String name,
        int specified,
        int accepted,
        Set<String> words,
        @Nullable Pattern pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean blank) {

    /** Why the value is none of this type; empty if it is. */
    Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return blank ? Optional.empty() : Optional.of("an empty value is not a " + name);
        }
        if (value.length() > accepted) {
            return Optional.of(name + " takes " + accepted + " characters, not " + value.length());
        }
        if (words.contains(value)) {
            return Optional.empty();
        }
        if (pattern == null) {
            return words.isEmpty() ? Optional.empty() : Optional.of("not a word of " + name);
        }
        if (!pattern.matcher(value).matches()) {
            return Optional.of("not a " + name);
        }
        return outOfRange(value);
    }

    private Optional<String> outOfRange(String value) {
        if (minimum == null || maximum == null) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(value);
        boolean inside = number.compareTo(minimum) >= 0 && number.compareTo(maximum) <= 0;
        return inside
                ? Optional.empty()
                : Optional.of(name + " goes from " + minimum.toPlainString() + " to " + maximum.toPlainString());
    }

    boolean isLongerThanSpecified(String value) {
        return value.length() > specified;
    }
}
