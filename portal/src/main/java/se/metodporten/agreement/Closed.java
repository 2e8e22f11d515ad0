package se.metodporten.agreement;

/** Why an agreement that never came in force is no longer to be signed. */
public enum Closed {
    /** The appointment has ended. */
    ENDED,
    /** The description has come to its transition end (rule 9). */
    TOO_LATE
}
