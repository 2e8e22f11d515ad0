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
    AGREEMENT_WAITING(false),
    /** Days after the day a campaign was made, for those who have not done what it asks. */
    CAMPAIGN_BEGUN(false),
    /** Days before a campaign's last day; 0: that day itself. */
    CAMPAIGN_DUE(true),
    /** Days after the first day past a campaign's last day. */
    CAMPAIGN_MISSED(false);

    private final boolean beforehand;

    Occasion(boolean beforehand) {
        this.beforehand = beforehand;
    }

    /** Whether the reminder comes before the day that it is about, and so must not be late. */
    public boolean beforehand() {
        return beforehand;
    }

    /** Whether it is about a campaign, else about an appointment. */
    public boolean ofCampaign() {
        return this == CAMPAIGN_BEGUN || this == CAMPAIGN_DUE || this == CAMPAIGN_MISSED;
    }

    /** The day that a reminder wanted on that day is about. */
    public LocalDate eventDay(LocalDate wanted, int days) {
        return beforehand ? wanted.plusDays(days) : wanted.minusDays(days);
    }
}
