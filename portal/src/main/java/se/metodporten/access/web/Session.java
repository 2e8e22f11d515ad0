package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.CredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import se.metodporten.access.Accounts;
import se.metodporten.access.Guard;
import se.metodporten.common.LanguageChosen;
import se.metodporten.common.web.UserLanguage;

/** The session of whoever signs in: always a new id, and the person's language. */
@RequestScoped
class Session {

    @Inject
    private Guard guard;

    @Inject
    private Accounts accounts;

    @Inject
    private UserLanguage language;

    @Inject
    private Event<LanguageChosen> languageChosen;

    /**
     * @throws CredentialsException when name and password do not match
     * @throws org.apache.shiro.authc.AuthenticationException when that cannot be told now
     */
    void begin(String username, String password) {
        HttpServletRequest request = request();
        request.getSession(true);
        request.changeSessionId();
        SecurityUtils.getSubject().login(new UsernamePasswordToken(username, password));
        guard.forget();
        if (language.chosen()) {
            languageChosen.fire(new LanguageChosen(language.getTag()));
        } else {
            language.choose(accounts.language());
        }
    }

    private static HttpServletRequest request() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        return (HttpServletRequest) external.getRequest();
    }
}
