/** Pages of the reminders. Start with {@link se.metodporten.reminder.web.WeekView}. */
@NullMarked
package se.metodporten.reminder.web;

import org.jspecify.annotations.NullMarked;
