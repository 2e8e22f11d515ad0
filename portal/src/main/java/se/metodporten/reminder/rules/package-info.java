/** Which weekday a reminder is sent on: pure functions of days. */
@NullMarked
package se.metodporten.reminder.rules;

import org.jspecify.annotations.NullMarked;
