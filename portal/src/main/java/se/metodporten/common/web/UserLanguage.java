package se.metodporten.common.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.metodporten.common.Words;

/** The language of this session: Swedish, or English when the person chose it. */
@Named("language")
@SessionScoped
public class UserLanguage implements Serializable {

    private static final long serialVersionUID = 1L;

    private Locale locale = Words.SWEDISH;
    private boolean chosen;

    /** Whether somebody chose it in this session, before signing in perhaps. */
    public boolean chosen() {
        return chosen;
    }

    public Locale locale() {
        return locale;
    }

    public String getTag() {
        return locale.getLanguage();
    }

    /** The tag of the language that a reader can change to. */
    public String getOther() {
        return locale.equals(Words.ENGLISH) ? "sv" : "en";
    }

    /** The address that changes the language and comes back to the page. */
    public String switchOn(String page) {
        return LanguageServlet.PATH + "?to=" + getOther() + "&back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** @param tag {@code sv} or {@code en}; anything else is Swedish */
    public void choose(String tag) {
        locale = Words.language(tag);
        chosen = true;
    }
}
