package se.metodporten.access;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.LanguageChosen;

/** Accounts: proving who one is, inviting, closing. Passwords by mailed links are in {@link PasswordLinks}. */
@Service
public class Accounts {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private PasswordTries tries;

    @Inject
    private Links links;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Compares a password, for signing in. Unknown name, wrong password and a try that came too early are told apart
     * neither by the answer nor by its time.
     *
     * @throws IncorrectCredentialsException in all three cases
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignIn verify(String username, char[] password) {
        guard.anyone();
        PasswordTries.Try made = tries.begin(username).orElse(null);
        if (!matches(made, password) || made == null) {
            tries.wrong(made, "SIGN_IN");
            throw new IncorrectCredentialsException();
        }
        return new SignIn(made.personId(), tries.right(made, "SIGN_IN"));
    }

    /**
     * Proves again that it is the person who is signed in, before something is signed. Wrong passwords count as when
     * signing in, and stay counted whatever comes of the deed.
     *
     * @throws DomainException at the field {@code password}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Proof prove(char[] password) {
        long person = guard.requireSignedIn();
        PasswordTries.Try made = tries.begin(person).orElse(null);
        if (!matches(made, password) || made == null) {
            tries.wrong(made, "PROVE");
            throw DomainException.at("password", "access.refused.password");
        }
        return new Proof(person, tries.right(made, "PROVE"));
    }

    private static boolean matches(PasswordTries.@Nullable Try made, char[] password) {
        if (made == null) {
            Passwords.pretendToMatch(password);
            return false;
        }
        return Passwords.matches(password, made.hash());
    }

    /**
     * Mails the person a link to a first password; makes the account if there is none. Does nothing for someone who
     * has a password. May be called by an administrator, and by whoever appoints or adds people where the person is.
     *
     * @return whether a link was mailed
     */
    public boolean invite(long personId) {
        requireMayInvite(personId);
        Instant now = clock.instant();
        Account account = find(personId).orElse(null);
        if (account == null) {
            account = new Account(personId, addressFor(personId), now);
            entities.persist(account);
            entities.flush();
        }
        if (account.closed() || !account.invited()) {
            return false;
        }
        links.issue(account, LinkPurpose.INVITATION, now);
        audit.done(guard.reader().actor(), "INVITE", "account:" + account.id(), null, null);
        return true;
    }

    /** Ends the way in, and all its sessions, at once. */
    public void close(long accountId) {
        Account account = administered(accountId);
        if (guard.reader().personId() != null && guard.reader().personId() == account.personId()) {
            throw new DomainException("access.refused.ownAccount");
        }
        if (!account.closed()) {
            Instant now = clock.instant();
            account.close(now);
            links.discard(accountId, now);
            audit.done(guard.reader().actor(), "CLOSE_ACCOUNT", "account:" + accountId, null, null);
        }
    }

    public void reopen(long accountId) {
        Account account = administered(accountId);
        if (account.closed()) {
            account.reopen();
            audit.done(guard.reader().actor(), "REOPEN_ACCOUNT", "account:" + accountId, null, null);
        }
    }

    /** The language that a person chose on a page is kept for the next time. */
    public void keepLanguage(@Observes LanguageChosen chosen) {
        guard.anyone();
        Long person = guard.reader().personId();
        if (person != null) {
            find(person).ifPresent(account -> account.speak(chosen.tag()));
        }
    }

    /** The reader's own language, {@code sv} or {@code en}. */
    public String language() {
        long person = guard.requireSignedIn();
        return find(person).map(Account::language).orElse("sv");
    }

    /** @return the reader's user name */
    public String username() {
        long person = guard.requireSignedIn();
        return find(person).map(Account::username).orElse("");
    }

    private void requireMayInvite(long personId) {
        Scope scope = guard.scope(Action.ADMINISTER);
        Set<Long> roots = new TreeSet<>(scope.roots());
        roots.addAll(guard.scope(Action.APPOINT).roots());
        roots.addAll(guard.scope(Action.ADD_PERSON).roots());
        if (!covers(new Scope(roots), personId)) {
            throw guard.refusal("INVITE", "person:" + personId);
        }
    }

    /** Whether the person holds, held or will hold any office there; who holds none is anyone's to invite. */
    private boolean covers(Scope scope, long personId) {
        return !scope.isEmpty()
                && database.query(handle -> {
                    Query query = handle.createQuery("select count(*) = 0 or sum(" + scope.covers("o.place_id")
                                    + ") > 0 from office_in_place o where o.person_id = :person")
                            .bind("person", personId);
                    return scope.bind(query, CountyTime.today(clock))
                            .mapTo(boolean.class)
                            .one();
                });
    }

    private Account administered(long accountId) {
        Account account = entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        if (account == null || !covers(guard.scope(Action.ADMINISTER), account.personId())) {
            throw guard.refusal(Action.ADMINISTER.name(), "account:" + accountId);
        }
        return account;
    }

    private String addressFor(long personId) {
        String address = database.query(handle -> handle.createQuery(
                                "select email from person where id = :person and email is not null")
                        .bind("person", personId)
                        .mapTo(String.class)
                        .findOne())
                .map(found -> found.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> DomainException.at("email", "access.refused.noAddress"));
        boolean taken =
                database.query(handle -> handle.createQuery("select count(*) from account where username = :name")
                                .bind("name", address)
                                .mapTo(int.class)
                                .one()
                        > 0);
        if (taken) {
            throw DomainException.at("email", "access.refused.addressTaken", address);
        }
        return address;
    }

    private Optional<Account> find(long personId) {
        return entities.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", personId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
