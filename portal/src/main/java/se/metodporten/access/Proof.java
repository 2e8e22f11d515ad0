package se.metodporten.access;

import java.time.Duration;
import java.time.Instant;

/**
 * That whoever is signed in has just proved again who they are, for what may not be done from a screen left open. Only
 * {@link Accounts#prove} makes one. It is got before the service that asks for it is called: comparing a password waits
 * for its turn, and whoever waits must hold no transaction.
 */
public final class Proof {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final long personId;
    private final Instant at;

    Proof(long personId, Instant at) {
        this.personId = personId;
        this.at = at;
    }

    boolean of(long person, Instant now) {
        return personId == person && !now.isAfter(at.plus(GOOD_FOR));
    }
}
