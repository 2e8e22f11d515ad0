package se.metodporten.campaign;

/** What a campaign asks people to do. */
public enum Task {
    /** Complete a course, or have it recognised. */
    COURSE,
    /** Attend all sessions of a kind of training wherever they are held, or hold one. */
    TRAINING
}
