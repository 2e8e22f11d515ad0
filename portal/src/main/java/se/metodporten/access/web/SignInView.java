package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.shiro.authc.CredentialsException;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.LocalPath;

/** {@code access/sign-in.xhtml}. */
@Named
@RequestScoped
public class SignInView {

    @Inject
    private Session session;

    private String username = "";
    private String password = "";
    private String next = "";

    public void signIn() throws IOException {
        try {
            session.begin(username, password);
        } catch (CredentialsException refused) {
            throw new DomainException("access.signIn.refused");
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + LocalPath.of(next));
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
