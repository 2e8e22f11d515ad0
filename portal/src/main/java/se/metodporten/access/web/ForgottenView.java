package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.metodporten.access.PasswordLinks;

/** {@code access/forgotten.xhtml}: says the same whether or not there is such an account. */
@Named
@RequestScoped
public class ForgottenView {

    @Inject
    private PasswordLinks links;

    private String username = "";
    private boolean sent;

    public String send() {
        links.forgotten(username);
        return "/access/forgotten.xhtml?faces-redirect=true&sent=true";
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public boolean isSent() {
        return sent;
    }

    public void setSent(boolean sent) {
        this.sent = sent;
    }
}
