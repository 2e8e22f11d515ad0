package se.metodporten.common;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts in a given language, for mails and documents; pages have {@code #{t['…']}}. A key's first part names its
 * bundle: {@code appointment.title} stands in {@code messages/appointment_sv.properties}.
 */
public final class Words {

    public static final Locale SWEDISH = Locale.forLanguageTag("sv");
    public static final Locale ENGLISH = Locale.forLanguageTag("en");

    private static final String BUNDLES = "se.metodporten.messages.";

    private Words() {}

    /** @param tag {@code sv} or {@code en}; anything else is Swedish */
    public static Locale language(String tag) {
        return "en".equals(tag) ? ENGLISH : SWEDISH;
    }

    /** @param arguments for the {@link MessageFormat} of the text; dates as {@code LocalDate} print as 2026-11-22 */
    public static String in(Locale locale, String key, Object... arguments) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return missing(key);
        }
        try {
            String text = ResourceBundle.getBundle(
                            BUNDLES + key.substring(0, dot),
                            locale,
                            Words.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            return arguments.length == 0 ? text : format(locale, text, arguments);
        } catch (MissingResourceException absent) {
            return missing(key);
        }
    }

    private static String format(Locale locale, String pattern, Object[] arguments) {
        Object[] printable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof LocalDate day) {
                printable[i] = day.toString();
            } else {
                printable[i] = argument instanceof String text ? PlainText.isolated(text) : argument;
            }
        }
        return new MessageFormat(pattern, locale).format(printable);
    }

    private static String missing(String key) {
        return "??" + key + "??";
    }
}
