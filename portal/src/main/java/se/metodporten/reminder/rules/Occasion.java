package se.metodporten.reminder.rules;

import java.time.LocalDate;

/** What a reminder is about, and from which day its days are counted. */
public enum Occasion {
    /** Days after the first day on which something may be renewed. */
    WINDOW_OPENED(false),
    /** Days before the last day for renewing; 0: that day itself. */
    DUE(true),
    /** Days after the first day on which the appointment no longer holds. */
    LAPSED(false),
    /** Days after the first day of an appointment for which something is still left to do. */
    STEPS_LEFT(false),
    /** Days after an agreement was offered that the one reminded has not signed. */
    AGREEMENT_WAITING(false);

    private final boolean beforehand;

    Occasion(boolean beforehand) {
        this.beforehand = beforehand;
    }

    /** Whether the reminder comes before the day that it is about, and so must not be late. */
    public boolean beforehand() {
        return beforehand;
    }

    /** The day that a reminder wanted on that day is about. */
    public LocalDate eventDay(LocalDate wanted, int days) {
        return beforehand ? wanted.plusDays(days) : wanted.minusDays(days);
    }
}
