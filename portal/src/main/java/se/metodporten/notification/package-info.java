/**
 * Telling people: mails are written to an outbox in the transaction that causes them and leave by a job, at least
 * once. Knows people and accounts; whoever has something to tell calls
 * {@link se.metodporten.notification.Outbox}, features below send an event.
 */
@NullMarked
package se.metodporten.notification;

import org.jspecify.annotations.NullMarked;
