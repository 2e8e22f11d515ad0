package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.audit.Audit;

/**
 * Counts tries of passwords. A try is written down before the slow comparison, so that no number of tries at once gets
 * around the delay, and no row stays locked while a hash is computed.
 */
@Service
@Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class PasswordTries {

    /** A try that may be made. */
    record Try(long accountId, long personId, String hash) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Empty for an unknown name, a closed account, one without password, and a try that comes too early. */
    public Optional<Try> begin(String username) {
        guard.anyone();
        return begin(entities.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username.strip().toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream());
    }

    public Optional<Try> begin(long personId) {
        guard.requireSelf(personId);
        return begin(entities.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", personId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream());
    }

    private Optional<Try> begin(Stream<Account> found) {
        Account account = found.findFirst().orElse(null);
        Instant now = clock.instant();
        if (account == null || !account.mayTryAt(now)) {
            return Optional.empty();
        }
        String hash = account.passwordHash();
        if (hash == null) {
            return Optional.empty();
        }
        account.triedAt(now);
        return Optional.of(new Try(account.id(), account.personId(), hash));
    }

    public Instant right(Try made, String action) {
        guard.anyone();
        Account account =
                Objects.requireNonNull(entities.find(Account.class, made.accountId(), LockModeType.PESSIMISTIC_WRITE));
        Instant now = clock.instant();
        account.signedInAt(now);
        audit.done("person:" + made.personId(), action, "account:" + made.accountId(), null, null);
        return now;
    }

    public void wrong(@Nullable Try made, String action) {
        guard.anyone();
        audit.refused("anonymous", action, made == null ? null : "account:" + made.accountId(), null);
    }
}
