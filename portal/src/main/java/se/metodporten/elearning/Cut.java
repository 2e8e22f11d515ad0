package se.metodporten.elearning;

import se.metodporten.scorm.runtime.JsonText;

/** Shortens what content said to what a column holds. */
final class Cut {

    private Cut() {}

    /** At most so many characters, none of them half. */
    static String to(int longest, String text) {
        String readable = JsonText.escapeUnpaired(text);
        if (readable.length() <= longest) {
            return readable;
        }
        int end = Character.isHighSurrogate(readable.charAt(longest - 1)) ? longest - 1 : longest;
        return readable.substring(0, end);
    }
}
