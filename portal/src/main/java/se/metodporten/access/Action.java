package se.metodporten.access;

/** What a person may do in a place; which office may do what stands in {@link Office}. */
public enum Action {
    /** See the standing of places: covered, partly, not covered, vacant. Figures, no names. */
    VIEW_COVERAGE,
    /** See people, their appointments and standing, by name. */
    VIEW_PEOPLE,
    /** See who has and has not finished the e-learning. */
    VIEW_ELEARNING,
    /** Ask managers to appoint, decide exceptions to what a place needs. */
    FOLLOW_UP,
    /** Appoint, attest, sign as the responsible manager, end an appointment. */
    APPOINT,
    /** Add a person who is not in the directory. */
    ADD_PERSON,
    /** Schedule a training of the unit, sign people up, mark attendance. */
    RUN_UNIT_TRAINING,
    /** The same for those kinds of unit trainings that method supervisors hold, too: when a system or process changes. */
    RUN_CHANGE_TRAINING,
    /** The same for trainings that the county arranges. */
    RUN_COUNTY_TRAINING,
    /** Sign oneself up, take courses. */
    LEARN,
    /** Shape roles, requirements, needs. */
    EDIT_ROLES,
    /** Upload and publish course versions. */
    EDIT_COURSES,
    /** Accounts, offices, import, settings. */
    ADMINISTER,
    /** Read the audit log and the mails that were sent. */
    INSPECT
}
