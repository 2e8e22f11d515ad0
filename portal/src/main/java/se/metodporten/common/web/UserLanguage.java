package se.metodporten.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Words;

/**
 * The language of this answer: what the session's person chose, else Swedish. A program may ask for another by
 * {@code Accept-Language}; a browser sends that header without having been asked, so pages do not look at it. Asking
 * begins no session.
 */
@Named("language")
@RequestScoped
public class UserLanguage {

    private static final String KEPT = UserLanguage.class.getName();

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale locale;

    /** Whether somebody chose it in this session, before signing in perhaps. */
    public boolean chosen() {
        return kept().isPresent();
    }

    public Locale locale() {
        if (locale == null) {
            locale = asked().or(this::kept).orElse(Words.SWEDISH);
        }
        return locale;
    }

    public String getTag() {
        return locale().getLanguage();
    }

    /** The tag of the language that a reader can change to. */
    public String getOther() {
        return locale().equals(Words.ENGLISH) ? "sv" : "en";
    }

    /** The address that changes the language and comes back to the page. */
    public String switchOn(String page) {
        return LanguageServlet.PATH + "?to=" + getOther() + "&back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** @param tag {@code sv} or {@code en}; anything else is Swedish */
    public void choose(String tag) {
        locale = Words.language(tag);
        request.getSession().setAttribute(KEPT, locale.getLanguage());
    }

    private Optional<Locale> kept() {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> (String) known.getAttribute(KEPT))
                .map(Words::language);
    }

    private Optional<Locale> asked() {
        String accepted = request.getHeader("Accept-Language");
        if (accepted == null || !Programs.askTheApi(request)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Words.SWEDISH, Words.ENGLISH)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
