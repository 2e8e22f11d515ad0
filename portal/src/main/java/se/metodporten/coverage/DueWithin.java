package se.metodporten.coverage;

import java.time.LocalDate;

/** How far ahead one looks for what is to be renewed. */
public enum DueWithin {
    /** Before the next follow-up: 90 days. */
    SOON,
    /** Twelve months. */
    YEAR;

    private static final int SOON_DAYS = 90;
    private static final int YEAR_MONTHS = 12;

    /** The last day looked at, inclusive. */
    public LocalDate lastDay(LocalDate asOf) {
        return switch (this) {
            case SOON -> asOf.plusDays(SOON_DAYS);
            case YEAR -> asOf.plusMonths(YEAR_MONTHS);
        };
    }
}
