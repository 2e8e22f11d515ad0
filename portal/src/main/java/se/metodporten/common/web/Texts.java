package se.metodporten.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Set;
import se.metodporten.common.Words;

/**
 * Texts of the user interface. A key's first part names its bundle: {@code appointment.title} stands in
 * {@code messages/appointment_sv.properties}. In pages {@code #{t['appointment.title']}}, with arguments
 * {@code #{t.of('appointment.count', n)}}.
 */
@Named("t")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {

    @Inject
    private UserLanguage language;

    /** The text in the reader's language; its single quotes are doubled as in {@link MessageFormat} only with arguments. */
    @Override
    public String get(Object key) {
        return Words.in(language.locale(), key.toString());
    }

    /** @param arguments for the {@link MessageFormat} of the text; dates as {@code LocalDate} print as 2026-11-22 */
    public String of(String key, Object... arguments) {
        return Words.in(language.locale(), key, arguments);
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
