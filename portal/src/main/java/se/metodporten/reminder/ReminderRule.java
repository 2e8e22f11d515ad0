package se.metodporten.reminder;

import se.metodporten.reminder.rules.Occasion;

/** Tell this recipient so many days before (due) or after (all others) the occasion; 0 is the day itself. */
public record ReminderRule(long id, Occasion occasion, int days, Recipient recipient) {}
