package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import se.metodporten.audit.Audit;

/** Passwords chosen by a mailed link (the first one, and after a forgotten one) or beside the old one. */
@Service
public class PasswordLinks {

    /** Asking twice in that time sends one mail. */
    private static final Duration ONE_MAIL_IN = Duration.ofMinutes(2);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChosenPasswords passwords;

    @Inject
    private Links links;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What the page behind a mailed link shows. */
    public record Welcome(LinkPurpose purpose, String username) {}

    /** Mails a link, if there is such an account. The answer is the same if there is none. */
    public void forgotten(String username) {
        guard.anyone();
        Instant now = clock.instant();
        entities.createQuery("select a from Account a where a.username = :name and a.closed = false", Account.class)
                .setParameter("name", username.strip().toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(account -> !links.issuedWithin(account.id(), ONE_MAIL_IN, now))
                .findFirst()
                .ifPresent(account -> {
                    links.issue(account, LinkPurpose.RESET, now);
                    audit.done("anonymous", "ASK_RESET", "account:" + account.id(), null, null);
                });
    }

    /** Empty when the link was used, is too old, or never was one. Looking at it does not use it up. */
    public Optional<Welcome> open(String token) {
        guard.anyone();
        return passwords.behind(token);
    }

    /**
     * Sets the password and uses the link up.
     *
     * @return the user name, to sign in with
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String choose(String token, String chosen) {
        guard.anyone();
        Welcome welcome = passwords.behind(token).orElseThrow(ChosenPasswords::noLonger);
        Passwords.requireGood(chosen, welcome.username());
        return passwords.keepByLink(token, Passwords.hash(chosen));
    }

    /** A new password beside the old one; all other sessions of the person end. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String change(Proof proof, String chosen) {
        guard.requireProved(proof);
        Passwords.requireGood(chosen, passwords.ownName(proof));
        return passwords.keepOwn(proof, Passwords.hash(chosen));
    }
}
