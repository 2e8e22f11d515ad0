package se.metodporten.agreement;

/** Whose signature: of the person who takes the assignment, or of the responsible manager. */
public enum Side {
    APPOINTEE,
    MANAGER;

    Side other() {
        return this == APPOINTEE ? MANAGER : APPOINTEE;
    }
}
