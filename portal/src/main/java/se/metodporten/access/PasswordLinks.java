package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import se.metodporten.audit.Audit;
import se.metodporten.common.DomainException;

/** Passwords chosen by a mailed link (the first one, and after a forgotten one) or beside the old one. */
@Service
public class PasswordLinks {

    /** Asking twice in that time sends one mail. */
    private static final Duration ONE_MAIL_IN = Duration.ofMinutes(2);

    @PersistenceContext
    private EntityManager entities;

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
        return links.find(token, clock.instant())
                .map(open ->
                        new Welcome(open.purpose(), account(open.accountId()).username()));
    }

    /**
     * Sets the password and uses the link up.
     *
     * @return the user name, to sign in with
     */
    public String choose(String token, String chosen) {
        guard.anyone();
        Instant now = clock.instant();
        Links.Open open = links.find(token, now).orElseThrow(PasswordLinks::noLonger);
        Account account = account(open.accountId());
        Passwords.requireGood(chosen, account.username());
        if (!links.use(token, now)) {
            throw noLonger();
        }
        account.changePassword(Passwords.hash(chosen), now);
        links.discard(account.id(), now);
        audit.done("person:" + account.personId(), "SET_PASSWORD", "account:" + account.id(), null, null);
        return account.username();
    }

    /** A new password beside the old one; all other sessions of the person end. */
    public String change(Proof proof, String chosen) {
        long person = guard.requireProved(proof);
        Account account = entities.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        Passwords.requireGood(chosen, account.username());
        Instant now = clock.instant();
        account.changePassword(Passwords.hash(chosen), now);
        links.discard(account.id(), now);
        audit.done("person:" + person, "SET_PASSWORD", "account:" + account.id(), null, null);
        return account.username();
    }

    private Account account(long id) {
        return Objects.requireNonNull(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static DomainException noLonger() {
        return new DomainException("access.link.noLonger");
    }
}
