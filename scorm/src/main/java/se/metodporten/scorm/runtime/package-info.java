/**
 * What content may say about a learner's attempt, and what becomes of it. Pure: no clock, no database, no threads.
 *
 * <p>{@link se.metodporten.scorm.runtime.RunTime} opens sessions, gives content its first values and merges commits
 * into an immutable {@link se.metodporten.scorm.runtime.AttemptState}. What is allowed stands in
 * {@code cmi-1.2.json}, read by {@code DataModel} here and by the player in the browser: one table, two readers.
 */
@NullMarked
package se.metodporten.scorm.runtime;

import org.jspecify.annotations.NullMarked;
