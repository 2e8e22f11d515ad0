package se.metodporten.training;

/** Where a sign-up stands. */
public enum SignUpState {
    SIGNED_UP,
    WAITING,
    CANCELLED
}
