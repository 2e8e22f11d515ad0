package se.metodporten.certification.rules;

import java.time.LocalDate;

/** Whole days and calendar months, never beyond the end of days (31 August + 6 months = 28 or 29 February). */
final class Days {
    /** Before every fact. */
    static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    static final LocalDate LAST = StandingPeriod.END_OF_DAYS;

    private Days() {}

    static LocalDate plusMonths(LocalDate day, int months) {
        return earlier(day.plusMonths(months), LAST);
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
