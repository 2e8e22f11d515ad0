package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.metodporten.access.Accounts;
import se.metodporten.access.PasswordLinks;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;

/** {@code access/account.xhtml}: one's own account. */
@Named
@RequestScoped
public class AccountView {

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks links;

    @Inject
    private Session session;

    @Inject
    private Texts texts;

    private String current = "";
    private String chosen = "";

    public String changePassword() {
        String username = links.change(accounts.prove(current.toCharArray()), chosen);
        session.begin(username, chosen);
        Told.onNextPage(texts.of("access.account.changed"));
        return "/access/account.xhtml?faces-redirect=true";
    }

    public String getUsername() {
        return accounts.username();
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
