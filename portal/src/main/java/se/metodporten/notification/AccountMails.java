package se.metodporten.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import se.metodporten.access.LinkIssued;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;

/** Puts links to passwords into words. */
@ApplicationScoped
class AccountMails {

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress portal;

    void tell(@Observes LinkIssued issued) {
        Locale language = Words.language(issued.language());
        String key = "notification.link." + issued.purpose().name();
        String link = portal.link("/access/password.xhtml?token=" + issued.token());
        outbox.write(
                issued.personId(),
                issued.address(),
                Words.in(language, key + ".subject"),
                Words.in(language, key + ".body", link));
    }
}
