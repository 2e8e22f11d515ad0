package se.metodporten.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.administration.AccountList;
import se.metodporten.administration.AccountRow;
import se.metodporten.administration.AccountState;
import se.metodporten.common.Page;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;

/** {@code administration/accounts.xhtml}: who can sign in. */
@Named
@RequestScoped
public class AccountsView {

    @Inject
    private AccountList accounts;

    @Inject
    private Texts texts;

    private String text = "";
    private String state = "";
    private int page = 1;
    private @Nullable Page<AccountRow> rows;

    public void load() {
        rows = accounts.find(text, Chosen.of(AccountState.class, state), Math.max(1, page));
    }

    public @Nullable Page<AccountRow> getRows() {
        return rows;
    }

    public String getShown() {
        return texts.of("administration.accounts.shown", rows == null ? 0 : rows.total());
    }

    public List<Choice> getStates() {
        return Arrays.stream(AccountState.values())
                .map(each -> new Choice(each.name(), texts.of("administration.accountState." + each.name())))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
