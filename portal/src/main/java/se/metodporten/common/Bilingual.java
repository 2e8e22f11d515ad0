package se.metodporten.common;

import java.util.Locale;

/** A text that is data, in both languages of the user interface. */
public record Bilingual(String sv, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : sv;
    }
}
