package se.metodporten.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;

/** Someone's way in. Without a password until the invitation is used. */
@Entity
@Table(name = "account")
class Account {

    private static final int FREE_FAILURES = 3;
    private static final int LONGEST_DELAY_STEP = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "person_id")
    private long personId;

    private String username;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private String language = "sv";
    private int failures;

    @Column(name = "next_try_at")
    private @Nullable Instant nextTryAt;

    private boolean closed;

    @Column(name = "last_sign_in")
    private @Nullable Instant lastSignIn;

    @Column(name = "sessions_from")
    private @Nullable Instant sessionsFrom;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Account() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Account(long personId, String username, Instant createdAt) {
        this.personId = personId;
        this.username = username.strip().toLowerCase(Locale.ROOT);
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    String username() {
        return username;
    }

    boolean closed() {
        return closed;
    }

    boolean invited() {
        return passwordHash == null;
    }

    String language() {
        return language;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    boolean mayTryAt(Instant now) {
        return !closed && (nextTryAt == null || !now.isBefore(nextTryAt));
    }

    /**
     * A try, until {@link #signedInAt} says that it was right: after a few, the next one must wait, twice as long each
     * time, a minute at most. Longer, and whoever wants to could keep another person out.
     */
    void triedAt(Instant now) {
        failures++;
        if (failures > FREE_FAILURES) {
            int step = Math.min(failures - FREE_FAILURES, LONGEST_DELAY_STEP);
            nextTryAt = now.plus(Duration.ofSeconds(1L << step));
        }
    }

    void signedInAt(Instant now) {
        failures = 0;
        nextTryAt = null;
        lastSignIn = now;
    }

    /** A new password ends the sessions that began with the old one. */
    void changePassword(String hash, Instant now) {
        if (closed) {
            throw new DomainException("access.refused.closed");
        }
        passwordHash = hash;
        failures = 0;
        nextTryAt = null;
        sessionsFrom = now;
    }

    /** No way in any more; who is signed in is so no longer. */
    void close(Instant now) {
        closed = true;
        sessionsFrom = now;
    }

    void reopen() {
        closed = false;
        failures = 0;
        nextTryAt = null;
    }

    void speak(String tag) {
        language = tag;
    }
}
