package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.metodporten.audit.Audit;
import se.metodporten.common.DomainException;

/**
 * The rows that a new password changes. It comes here hashed: hashing waits for its turn, and whoever waits must hold no
 * connection, or a crowd behind mailed links would take them all.
 */
@Service
class ChosenPasswords {

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

    /** What a link is good for; empty when it was used, is too old, or never was one. Does not use it up. */
    public Optional<PasswordLinks.Welcome> behind(String token) {
        guard.anyone();
        return links.find(token, clock.instant())
                .map(open -> new PasswordLinks.Welcome(
                        open.purpose(), account(open.accountId()).username()));
    }

    /** @return the user name of the reader's own account */
    public String ownName(Proof proof) {
        return own(guard.requireProved(proof)).username();
    }

    /** Uses the link up. @return the user name */
    public String keepByLink(String token, String hash) {
        guard.anyone();
        Instant now = clock.instant();
        Links.Open open = links.find(token, now).orElseThrow(ChosenPasswords::noLonger);
        Account account = account(open.accountId());
        if (!links.use(token, now)) {
            throw noLonger();
        }
        return keep(account, hash, now);
    }

    /** @return the user name */
    public String keepOwn(Proof proof, String hash) {
        return keep(own(guard.requireProved(proof)), hash, clock.instant());
    }

    private String keep(Account account, String hash, Instant now) {
        account.changePassword(hash, now);
        links.discard(account.id(), now);
        audit.done("person:" + account.personId(), "SET_PASSWORD", "account:" + account.id(), null, null);
        return account.username();
    }

    private Account own(long person) {
        return entities.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    private Account account(long id) {
        return Objects.requireNonNull(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    static DomainException noLonger() {
        return new DomainException("access.link.noLonger");
    }
}
