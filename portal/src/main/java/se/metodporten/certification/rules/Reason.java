package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a standing is what it is: a key ({@link #kind}, {@link #remedy}) with arguments, put into words at the edge.
 *
 * @param requirement the code of the requirement; null when the reason is the appointment's own (a pause, its end)
 * @param day since or until when, last days inclusive; null when it was never there or has no known end
 * @param partsLeft the sessions of a begun training that remain, or the occasions of a recurring one; else empty
 */
public record Reason(
        Kind kind, @Nullable String requirement, @Nullable LocalDate day, Remedy remedy, List<Integer> partsLeft) {

    /** Most urgent first: reasons are listed in this order. */
    public enum Kind {
        /** The day is the appointment's last. */
        ENDED,
        /** The day is the last of the whole break, leave that follows without a gap included. */
        PAUSED_UNTIL,
        ON_LEAVE_UNTIL,
        /** The day is the first on which it no longer holds. */
        EXPIRED_SINCE,
        MISSING,
        /** The day is the last on which it still holds; the window to renew it is open. */
        DUE_BY,
        /** The day is the last of an exemption; what it is about is missing, or runs out before (rule 13). */
        EXEMPT_UNTIL,
        VALID_UNTIL;

        /** True for what keeps an appointment from being certified: one step left each. */
        public boolean blocks() {
            return this == EXPIRED_SINCE || this == MISSING;
        }

        boolean isBreak() {
            return this == PAUSED_UNTIL || this == ON_LEAVE_UNTIL;
        }

        /** True when the day is one by which something is to be renewed. */
        boolean isDeadline() {
            return this == DUE_BY || this == EXEMPT_UNTIL || this == VALID_UNTIL;
        }
    }

    public Reason {
        partsLeft = List.copyOf(partsLeft);
    }

    static Reason missing(String requirement, Remedy remedy) {
        return missing(requirement, remedy, List.of());
    }

    static Reason missing(String requirement, Remedy remedy, List<Integer> partsLeft) {
        return new Reason(Kind.MISSING, requirement, null, remedy, partsLeft);
    }

    static Reason expiredSince(String requirement, LocalDate firstDay, Remedy remedy) {
        return expiredSince(requirement, firstDay, remedy, List.of());
    }

    static Reason expiredSince(String requirement, LocalDate firstDay, Remedy remedy, List<Integer> partsLeft) {
        return new Reason(Kind.EXPIRED_SINCE, requirement, firstDay, remedy, partsLeft);
    }

    static Reason dueBy(String requirement, LocalDate lastDay, Remedy remedy) {
        return dueBy(requirement, lastDay, remedy, List.of());
    }

    static Reason dueBy(String requirement, LocalDate lastDay, Remedy remedy, List<Integer> partsLeft) {
        return new Reason(Kind.DUE_BY, requirement, lastDay, remedy, partsLeft);
    }

    static Reason exemptUntil(String requirement, LocalDate lastDay) {
        return new Reason(Kind.EXEMPT_UNTIL, requirement, lastDay, Remedy.NOTHING, List.of());
    }

    static Reason validUntil(String requirement, LocalDate lastDay) {
        return new Reason(Kind.VALID_UNTIL, requirement, lastDay, Remedy.NOTHING, List.of());
    }

    static Reason ofAppointment(Kind kind, @Nullable LocalDate day) {
        return new Reason(kind, null, day, Remedy.NOTHING, List.of());
    }
}
