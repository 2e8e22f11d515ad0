package se.metodporten.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Texts of the user interface. A key's first part names its bundle: {@code appointment.title} stands in
 * {@code messages/appointment_sv.properties}. In pages {@code #{t['appointment.title']}}, with arguments
 * {@code #{t.of('appointment.count', n)}}.
 */
@Named("t")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {

    private static final String BUNDLES = "se.metodporten.messages.";

    @Inject
    private UserLanguage language;

    /** The text in the reader's language; its single quotes are doubled as in {@link MessageFormat} only with arguments. */
    @Override
    public String get(Object key) {
        return in(language.locale(), key.toString());
    }

    /** @param arguments for the {@link MessageFormat} of the text; dates as {@code LocalDate} print as 2026-11-22 */
    public String of(String key, Object... arguments) {
        return in(language.locale(), key, arguments);
    }

    /** The text in a given language, for mails and documents. */
    public static String in(Locale locale, String key, Object... arguments) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return missing(key);
        }
        try {
            String text = ResourceBundle.getBundle(
                            BUNDLES + key.substring(0, dot),
                            locale,
                            Texts.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            return arguments.length == 0 ? text : format(locale, text, arguments);
        } catch (MissingResourceException absent) {
            return missing(key);
        }
    }

    private static String format(Locale locale, String text, Object[] arguments) {
        Object[] printable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            printable[i] = arguments[i] instanceof java.time.LocalDate day ? day.toString() : arguments[i];
        }
        return new MessageFormat(text, locale).format(printable);
    }

    private static String missing(String key) {
        return "??" + key + "??";
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
