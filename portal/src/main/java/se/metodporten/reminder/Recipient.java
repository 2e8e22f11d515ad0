package se.metodporten.reminder;

/** Whom a reminder goes to. */
public enum Recipient {
    /** Who has the appointment. */
    APPOINTEE,
    /** The managers of the place held, and their deputies; an office higher up is no reason to be mailed. */
    MANAGER,
    /** The coordinators of the district that the place lies in. */
    COORDINATOR
}
