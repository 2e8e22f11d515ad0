package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.shiro.SecurityUtils;

/** The button in the header of every page. */
@Named
@RequestScoped
public class SignOutView {

    public void signOut() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        SecurityUtils.getSubject().logout();
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/access/sign-in.xhtml");
    }
}
