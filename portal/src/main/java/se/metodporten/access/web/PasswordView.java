package se.metodporten.access.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.apache.shiro.authc.AuthenticationException;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.PasswordLinks;
import se.metodporten.common.web.Texts;

/** {@code access/password.xhtml}: behind a mailed link, the first password or a new one. */
@Named
@ViewScoped
public class PasswordView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(PasswordView.class.getName());
    private static final String START = "/desk/start.xhtml";
    private static final String SIGN_IN = "/access/sign-in.xhtml";

    @Inject
    private PasswordLinks links;

    @Inject
    private Session session;

    @Inject
    private Texts texts;

    private String token = "";
    private String chosen = "";
    private transient PasswordLinks.@Nullable Welcome welcome;

    public void open() {
        welcome = links.open(token).orElse(null);
    }

    public void save() throws IOException {
        String username = links.choose(token, chosen);
        boolean begun = begun(username);
        String saved = texts.of(begun ? "access.password.saved" : "access.password.savedOnly");
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, saved, null));
        ExternalContext external = context.getExternalContext();
        external.getFlash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + (begun ? START : SIGN_IN));
    }

    /** The password is set, whatever comes of signing in with it. */
    private boolean begun(String username) {
        try {
            session.begin(username, chosen);
            return true;
        } catch (AuthenticationException later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A password was chosen, but its owner could not be signed in yet: {0}",
                    later.getClass().getName());
            return false;
        }
    }

    /** Null when the link is no longer good. */
    public PasswordLinks.@Nullable Welcome getWelcome() {
        return welcome;
    }

    public String getTitle() {
        return texts.of("access.password.title."
                + (welcome == null ? "none" : welcome.purpose().name()));
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
