package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import se.metodporten.access.Guard;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.LocalPath;

/** {@code access/sign-in.xhtml}. */
@Named
@RequestScoped
public class SignInView {

    @Inject
    private Guard guard;

    private String username = "";
    private String password = "";
    private String next = "";

    public void signIn() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        request.getSession(true);
        request.changeSessionId();
        try {
            SecurityUtils.getSubject().login(new UsernamePasswordToken(username, password));
        } catch (AuthenticationException refused) {
            throw new DomainException("access.signIn.refused");
        }
        guard.forget();
        context.getExternalContext().redirect(request.getContextPath() + LocalPath.of(next));
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
