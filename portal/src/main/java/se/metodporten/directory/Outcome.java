package se.metodporten.directory;

/** What a row means for what the portal knows. */
public enum Outcome {
    ADDED,
    CHANGED,
    CLOSED,
    UNCHANGED
}
