package se.metodporten.access;

import java.time.Duration;

/** What a mailed link is for, and how long it may be used. */
public enum LinkPurpose {
    /** The first password of a new account. */
    INVITATION(Duration.ofDays(7)),
    /** A new password for a forgotten one. */
    RESET(Duration.ofHours(1));

    private final Duration validity;

    LinkPurpose(Duration validity) {
        this.validity = validity;
    }

    public Duration validity() {
        return validity;
    }
}
