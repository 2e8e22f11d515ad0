package se.metodporten.fact;

/**
 * What can be a fact (domain.md "Facts"), and what the columns of the row mean for each kind; {@code from} and
 * {@code through} are its days, last days inclusive.
 */
public enum FactKind {
    /** About an appointment: from its first day. */
    APPOINTED(Subject.APPOINTMENT),
    /** About an appointment: {@code from} is its last day. */
    APPOINTMENT_ENDED(Subject.APPOINTMENT),
    /** About a person: {@code code} is the licence. */
    LICENCE_GIVEN(Subject.PERSON),
    /** About a person: {@code code} is the licence, {@code from} the first day without it. */
    LICENCE_WITHDRAWN(Subject.PERSON),
    /** About an appointment: {@code code} is the requirement that the manager vouches for. */
    ATTESTED(Subject.APPOINTMENT),
    /** About an appointment: {@code code} is the requirement, {@code from} the first day it is no longer vouched for. */
    ATTESTATION_WITHDRAWN(Subject.APPOINTMENT),
    /** About a person: {@code code} is the course, {@code number} its version, {@code origin} the attempt. */
    COURSE_COMPLETED(Subject.PERSON),
    /** About a person: {@code code} is the kind of training, {@code number} the part, {@code origin} the training. */
    SESSION_ATTENDED(Subject.PERSON),
    /** About a person: {@code code} is the requirement that earlier evidence counts for. */
    EVIDENCE_RECOGNISED(Subject.PERSON),
    /** About an appointment: {@code origin} is the agreement, {@code number} the description's version. */
    AGREEMENT_IN_FORCE(Subject.APPOINTMENT),
    /** About an appointment: {@code origin} is the agreement, {@code from} its last day. */
    AGREEMENT_ENDED(Subject.APPOINTMENT),
    /** About an appointment, which rests {@code from} – {@code through}. */
    PAUSE(Subject.APPOINTMENT),
    /** About an employment: leave {@code from} – {@code through}. */
    LEAVE(Subject.EMPLOYMENT),
    /**
     * About an appointment: {@code code} is the requirement, whose due day that falls on {@code from} or later is moved to
     * {@code through}.
     */
    EXTENSION(Subject.APPOINTMENT),
    /** About an appointment: {@code code} is the requirement that is not asked {@code from} – {@code through}. */
    EXEMPTION(Subject.APPOINTMENT),
    /** About an appointment: {@code origin} is the place that holds it from the day {@code from}. */
    TRANSFERRED(Subject.APPOINTMENT);

    /** What a fact is about; every fact also names the person. */
    public enum Subject {
        PERSON,
        EMPLOYMENT,
        APPOINTMENT
    }

    private final Subject subject;

    FactKind(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }
}
