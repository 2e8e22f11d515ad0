package se.metodporten.access.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.PasswordLinks;
import se.metodporten.common.web.Texts;

/** {@code access/password.xhtml}: behind a mailed link, the first password or a new one. */
@Named
@ViewScoped
public class PasswordView implements Serializable {

    private static final long serialVersionUID = 1L;

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
        session.begin(username, chosen);
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.of("access.password.saved"), null));
        ExternalContext external = context.getExternalContext();
        external.getFlash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + "/desk/start.xhtml");
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
