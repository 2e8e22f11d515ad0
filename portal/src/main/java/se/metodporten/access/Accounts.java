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
import se.metodporten.common.DomainException;

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

    /**
     * Proves again who is signed in, before a signature. In a transaction of its own, so that a wrong password counts
     * although what it was for is rolled back.
     *
     * @throws DomainException at the field {@code password}, for a wrong one and for a try that came too early
     */
    @Transactional(
            value = Transactional.TxType.REQUIRES_NEW,
            rollbackOn = Exception.class,
            dontRollbackOn = DomainException.class)
    public void prove(char[] password) {
        long person = guard.requireSignedIn();
        Account account = entities.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
        Instant now = clock.instant();
        if (account == null || account.passwordHash() == null || !account.mayTryAt(now)) {
            Passwords.pretendToMatch(password);
            throw DomainException.at("password", "access.refused.password");
        }
        if (!Passwords.matches(password, account.passwordHash())) {
            account.failedAt(now);
            throw DomainException.at("password", "access.refused.password");
        }
        account.signedInAt(now);
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
