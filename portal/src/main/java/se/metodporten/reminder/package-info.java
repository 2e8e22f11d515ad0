/**
 * Reminders: nobody lapses by surprise. Rules say on which day before or after an occasion whom to tell; what is due
 * follows from standings, agreements and offices as they are, so that the week ahead can be shown as exactly the mails
 * that will leave. Each recipient gets one digest a weekday at most. Start with
 * {@link se.metodporten.reminder.ReminderRun}; which day it is stands in {@code rules}.
 */
@NullMarked
package se.metodporten.reminder;

import org.jspecify.annotations.NullMarked;
