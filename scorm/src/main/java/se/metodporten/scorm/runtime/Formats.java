package se.metodporten.scorm.runtime;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data types of SCORM 2004 that no pattern describes well (RTE 4th edition, §4.1.1). The player has the same in
 * {@code formats.ts}; {@code format-cases.json} holds both to one meaning.
 */
final class Formats {

    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{1,8})((?:-[A-Za-z0-9]{1,8})*)");
    private static final Pattern LANG_DELIMITER = Pattern.compile("\\{lang=([^{}]*)\\}");
    private static final Pattern SCHEME_ONLY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final String NOT_IN_URI = "\"<>\\^`{|}[]";
    // a zone is allowed after a fraction of a second only
    private static final Pattern TIME = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01])"
            + "(?:T(?:[01]\\d|2[0-3])(?::[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,2}(?:Z|[+-](?:[01]\\d|2[0-3])(?::[0-5]\\d)?)?)?"
            + ")?)?)?)?)?");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2038;

    private final Set<String> languages;

    /** @param languages codes of ISO 639 */
    Formats(Set<String> languages) {
        this.languages = languages;
    }

    /** long_identifier_type and short_identifier_type, §4.1.1.3 and §4.1.1.7: the syntax of a URI. */
    static boolean isIdentifier(String value) {
        if (value.isEmpty()
                || value.startsWith(":")
                || SCHEME_ONLY.matcher(value).matches()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean blank = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
            if (blank || NOT_IN_URI.indexOf(c) >= 0 || (c == '%' && !isEscape(value, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String value, int at) {
        return at + 2 < value.length() && isHexadecimal(value.charAt(at + 1)) && isHexadecimal(value.charAt(at + 2));
    }

    private static boolean isHexadecimal(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    /** language_type, §4.1.1.2: a code of ISO 639, or i or x, and what narrows it. */
    boolean isLanguage(String value) {
        Matcher found = LANGUAGE.matcher(value);
        if (!found.matches()) {
            return false;
        }
        String primary = found.group(1).toLowerCase(Locale.ROOT);
        boolean own = primary.equals("i") || primary.equals("x");
        return own ? !found.group(2).isEmpty() : languages.contains(primary);
    }

    /** localized_string_type, §4.1.1.4: {@code {lang=sv}text}; without the delimiter it is English. */
    boolean isLocalized(String value) {
        Matcher lang = LANG_DELIMITER.matcher(value);
        return !lang.lookingAt() || isLanguage(lang.group(1));
    }

    /** time(second,10,0), §4.1.1.10. */
    static boolean isTime(String value) {
        Matcher found = TIME.matcher(value);
        if (!found.matches()) {
            return false;
        }
        int year = Integer.parseInt(found.group(1));
        int month = found.group(2) == null ? 1 : Integer.parseInt(found.group(2));
        int day = found.group(3) == null ? 1 : Integer.parseInt(found.group(3));
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
