package se.metodporten.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

/**
 * A fact about to be appended. Made by the factory of its kind; {@link FactKind} tells what the components mean.
 *
 * @param supersedes the fact that this one corrects, see {@link #correcting}
 */
public record NewFact(
        FactKind kind,
        long personId,
        @Nullable Long employmentId,
        @Nullable Long appointmentId,
        @Nullable String code,
        @Nullable Integer number,
        @Nullable Long origin,
        LocalDate from,
        @Nullable LocalDate through,
        @Nullable Long supersedes,
        @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    public NewFact {
        if (from.isBefore(CountyTime.FIRST_DAY) || from.isAfter(CountyTime.END_OF_DAYS)) {
            throw new DomainException("fact.refused.day", CountyTime.FIRST_DAY, CountyTime.END_OF_DAYS);
        }
        if (through != null && (through.isBefore(from) || through.isAfter(CountyTime.END_OF_DAYS))) {
            throw new DomainException("fact.refused.order", from);
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new DomainException("fact.refused.reason", LONGEST_REASON);
        }
        boolean aboutAppointment = kind.subject() == FactKind.Subject.APPOINTMENT;
        boolean aboutEmployment = kind.subject() == FactKind.Subject.EMPLOYMENT;
        if (aboutAppointment != (appointmentId != null) || aboutEmployment != (employmentId != null)) {
            throw new IllegalArgumentException(kind + " is about " + kind.subject());
        }
    }

    public static NewFact appointed(long personId, long appointmentId, LocalDate firstDay) {
        return ofAppointment(FactKind.APPOINTED, personId, appointmentId, null, firstDay, null);
    }

    public static NewFact appointmentEnded(long personId, long appointmentId, LocalDate lastDay) {
        return ofAppointment(FactKind.APPOINTMENT_ENDED, personId, appointmentId, null, lastDay, null);
    }

    public static NewFact attested(long personId, long appointmentId, String requirement, LocalDate day) {
        return ofAppointment(FactKind.ATTESTED, personId, appointmentId, requirement, day, null);
    }

    public static NewFact attestationWithdrawn(
            long personId, long appointmentId, String requirement, LocalDate firstDayWithout) {
        return ofAppointment(
                FactKind.ATTESTATION_WITHDRAWN, personId, appointmentId, requirement, firstDayWithout, null);
    }

    /** @param through the last day agreed to; null when open */
    public static NewFact agreementInForce(
            long personId,
            long appointmentId,
            long agreementId,
            int descriptionVersion,
            LocalDate from,
            @Nullable LocalDate through) {
        return new NewFact(
                FactKind.AGREEMENT_IN_FORCE,
                personId,
                null,
                appointmentId,
                null,
                descriptionVersion,
                agreementId,
                from,
                CountyTime.END_OF_DAYS.equals(through) ? null : through,
                null,
                null);
    }

    public static NewFact agreementEnded(long personId, long appointmentId, long agreementId, LocalDate lastDay) {
        return new NewFact(
                FactKind.AGREEMENT_ENDED,
                personId,
                null,
                appointmentId,
                null,
                null,
                agreementId,
                lastDay,
                null,
                null,
                null);
    }

    /** @param through null when no end is known */
    public static NewFact pause(
            long personId, long appointmentId, LocalDate from, @Nullable LocalDate through, String reason) {
        return ofAppointment(FactKind.PAUSE, personId, appointmentId, null, from, through)
                .because(reason);
    }

    /** @param through null when no end is known */
    public static NewFact leave(long personId, long employmentId, LocalDate from, @Nullable LocalDate through) {
        return new NewFact(FactKind.LEAVE, personId, employmentId, null, null, null, null, from, through, null, null);
    }

    public static NewFact licenceGiven(long personId, String licence, LocalDate day) {
        return ofPerson(FactKind.LICENCE_GIVEN, personId, licence, null, null, day);
    }

    public static NewFact licenceWithdrawn(long personId, String licence, LocalDate firstDayWithout) {
        return ofPerson(FactKind.LICENCE_WITHDRAWN, personId, licence, null, null, firstDayWithout);
    }

    /** @param attemptId null when it was completed elsewhere */
    public static NewFact courseCompleted(
            long personId, String course, int version, @Nullable Long attemptId, LocalDate day) {
        return ofPerson(FactKind.COURSE_COMPLETED, personId, course, version, attemptId, day);
    }

    /** @param part which part of its kind the session was, from 1 */
    public static NewFact sessionAttended(
            long personId, String trainingKind, int part, @Nullable Long trainingId, LocalDate day) {
        return ofPerson(FactKind.SESSION_ATTENDED, personId, trainingKind, part, trainingId, day);
    }

    /** Earlier evidence (tillgodoräknande) counts for a requirement as if done here on its day. */
    public static NewFact evidenceRecognised(long personId, String requirement, LocalDate day, String reason) {
        return ofPerson(FactKind.EVIDENCE_RECOGNISED, personId, requirement, null, null, day)
                .because(reason);
    }

    /**
     * One due day is moved.
     *
     * @param from the first day on which the due day may fall that is meant
     * @param newDueDay the last day on which the requirement now holds
     */
    public static NewFact extension(
            long personId, long appointmentId, String requirement, LocalDate from, LocalDate newDueDay, String reason) {
        return ofAppointment(FactKind.EXTENSION, personId, appointmentId, requirement, from, newDueDay)
                .because(reason);
    }

    public static NewFact exemption(
            long personId, long appointmentId, String requirement, LocalDate from, LocalDate through, String reason) {
        return ofAppointment(FactKind.EXEMPTION, personId, appointmentId, requirement, from, through)
                .because(reason);
    }

    /** @param placeId that holds the appointment from the day on */
    public static NewFact transferred(long personId, long appointmentId, long placeId, LocalDate day) {
        return new NewFact(
                FactKind.TRANSFERRED, personId, null, appointmentId, null, null, placeId, day, null, null, null);
    }

    /** The same, but in the place of an earlier fact of the same person, which turned out not to be so. */
    public NewFact correcting(long factId) {
        return new NewFact(
                kind, personId, employmentId, appointmentId, code, number, origin, from, through, factId, reason);
    }

    public NewFact because(String why) {
        return new NewFact(
                kind, personId, employmentId, appointmentId, code, number, origin, from, through, supersedes, why);
    }

    private static NewFact ofAppointment(
            FactKind kind,
            long personId,
            long appointmentId,
            @Nullable String code,
            LocalDate from,
            @Nullable LocalDate through) {
        return new NewFact(kind, personId, null, appointmentId, code, null, null, from, through, null, null);
    }

    private static NewFact ofPerson(
            FactKind kind, long personId, String code, @Nullable Integer number, @Nullable Long origin, LocalDate day) {
        return new NewFact(kind, personId, null, null, code, number, origin, day, null, null, null);
    }
}
