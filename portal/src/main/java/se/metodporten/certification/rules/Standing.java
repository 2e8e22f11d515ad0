package se.metodporten.certification.rules;

/** What an appointment is on a day; exactly one. Precedence: ended, paused, then the rest. */
public enum Standing {
    /** Appointed; something required has never been fulfilled, or all of it never at once (rule 12). */
    NOMINATED,
    /** All required is there and valid. */
    CERTIFIED,
    /** Certified, and inside a window in which something must be renewed. */
    REFRESHER_DUE,
    /** Was certified; something required is no longer valid. */
    LAPSED,
    /** A pause of the appointment, or leave from the employment it rests on. */
    PAUSED,
    /** After the last day. */
    ENDED;

    /** True when the place is served: certified, also with a refresher due. */
    public boolean isCertified() {
        return this == CERTIFIED || this == REFRESHER_DUE;
    }
}
