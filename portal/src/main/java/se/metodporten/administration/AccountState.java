package se.metodporten.administration;

/** How far a person's way in has come. */
public enum AccountState {
    NONE,
    INVITED,
    ACTIVE,
    CLOSED
}
