package se.metodporten.administration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.notification.Mails;

/** {@code administration/mail.xhtml}: one mail, to be read or tried again. */
@Named
@ViewScoped
public class MailView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Mails mails;

    @Inject
    private Texts texts;

    private long id;
    private transient Mails.@Nullable Whole mail;

    public void load() {
        mail = mails.read(id);
    }

    public String tryAgain() {
        mails.tryAgain(id);
        Told.onNextPage(texts.of("administration.mail.queued"));
        return "/administration/mail.xhtml?faces-redirect=true&id=" + id;
    }

    public Mails.@Nullable Whole getMail() {
        return mail;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
