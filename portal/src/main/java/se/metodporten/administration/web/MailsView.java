package se.metodporten.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.notification.MailState;
import se.metodporten.notification.Mails;

/** {@code administration/mails.xhtml}: the outbox. */
@Named
@RequestScoped
public class MailsView {

    @Inject
    private Mails mails;

    @Inject
    private Texts texts;

    private String text = "";
    private String state = "";
    private int page = 1;
    private @Nullable Page<Mails.Row> rows;

    public void load() {
        rows = mails.find(Chosen.of(MailState.class, state), text, Math.max(1, page));
    }

    public @Nullable Page<Mails.Row> getRows() {
        return rows;
    }

    public String getShown() {
        return texts.of("administration.mails.shown", rows == null ? 0 : rows.total());
    }

    public List<Choice> getStates() {
        return Arrays.stream(MailState.values())
                .map(each -> new Choice(each.name(), texts.of("notification.mailState." + each.name())))
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
