package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.jspecify.annotations.Nullable;

/** Accounts and their passwords. */
@Service
public class Accounts {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /**
     * Compares a password, for signing in. Unknown name, wrong password and a try that came too early are told apart
     * neither by the answer nor by its time.
     *
     * @return the person's id
     * @throws IncorrectCredentialsException in all three cases
     */
    @Transactional(rollbackOn = Exception.class, dontRollbackOn = IncorrectCredentialsException.class)
    public long verify(String username, char[] password) {
        guard.anyone();
        Account account = find(username);
        Instant now = clock.instant();
        if (account == null || account.passwordHash() == null || !account.mayTryAt(now)) {
            Passwords.pretendToMatch(password);
            throw new IncorrectCredentialsException();
        }
        if (!Passwords.matches(password, account.passwordHash())) {
            account.failedAt(now);
            throw new IncorrectCredentialsException();
        }
        account.signedInAt(now);
        return account.personId();
    }

    private @Nullable Account find(String username) {
        return entities.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username.strip().toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
