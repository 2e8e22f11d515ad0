package se.metodporten.certification.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an appointment, its person, or the employment it rests on: when it was true. When it was
 * recorded, and what it corrects, is {@link RecordedFact}'s. A last day is inclusive; a missing one means not known yet.
 */
public sealed interface Fact {

    record Appointed(LocalDate from) implements Fact {}

    record AppointmentEnded(LocalDate lastDay) implements Fact {}

    record LicenceGiven(String licence, LocalDate day) implements Fact {}

    /** @param day the first without the licence */
    record LicenceWithdrawn(String licence, LocalDate day) implements Fact {}

    /** The manager vouches for what the requirement asks. */
    record Attested(String requirement, LocalDate day) implements Fact {}

    /** @param day the first on which the attestation no longer holds */
    record AttestationWithdrawn(String requirement, LocalDate day) implements Fact {}

    record CourseCompleted(String course, int version, LocalDate day) implements Fact {}

    /**
     * Present at one session. Which occasion it was does not matter to the rules, only its kind and part: so a session
     * made up elsewhere counts.
     */
    record SessionAttended(String trainingKind, int part, LocalDate day) implements Fact {}

    /** Earlier evidence, recognised for a requirement, counts as if done here on its day (rule 13). */
    record EvidenceRecognised(String requirement, LocalDate day) implements Fact {}

    /** @param signed the day of the last signature: from then on nothing is left to sign, though it may begin later */
    record AgreementInForce(
            long agreement,
            int descriptionVersion,
            LocalDate signed,
            LocalDate from,
            @Nullable LocalDate through) implements Fact {
        public AgreementInForce {
            requireOrder(from, through);
        }
    }

    /** Revoked, or ended before the day it was agreed to. */
    record AgreementEnded(long agreement, LocalDate lastDay) implements Fact {}

    /** The appointment rests. */
    record Pause(LocalDate from, @Nullable LocalDate through) implements Fact {
        public Pause {
            requireOrder(from, through);
        }
    }

    /** Leave from the employment. */
    record Leave(LocalDate from, @Nullable LocalDate through) implements Fact {
        public Leave {
            requireOrder(from, through);
        }
    }

    /**
     * One due day of a requirement is moved (rule 7): the one that falls on {@code from} or later, but before
     * {@code to}. Named by a span and not by the day itself, so that the extension survives a corrected attendance.
     */
    record Extension(String requirement, LocalDate from, LocalDate to) implements Fact {
        public Extension {
            requireOrder(from, to);
        }
    }

    /** The requirement is not asked from a day through a day (rule 13). */
    record Exemption(String requirement, LocalDate from, LocalDate through) implements Fact {
        public Exemption {
            requireOrder(from, through);
        }
    }

    /** A unit of that kind is among those that the appointment serves. */
    record Serves(String unitKind, LocalDate from, LocalDate through) implements Fact {
        public Serves {
            requireOrder(from, through);
        }
    }

    /** The appointment is held elsewhere from a day on: nothing that a standing follows from. */
    record Transferred(LocalDate day) implements Fact {}

    private static void requireOrder(LocalDate from, @Nullable LocalDate through) {
        if (through != null && through.isBefore(from)) {
            throw new IllegalArgumentException("the last day " + through + " is before the first, " + from);
        }
    }
}
