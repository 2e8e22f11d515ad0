/**
 * Trainings (domain.md "Training"): scheduled by an instructor for a unit or by a training administrator for the county,
 * with sign-ups, a wait-list and attendance by session. A session attended becomes a fact; standing follows from it
 * without this package knowing. Start with {@link se.metodporten.training.Trainings} (scheduling, reading),
 * {@link se.metodporten.training.SignUps} and {@link se.metodporten.training.Attendance}.
 */
@NullMarked
package se.metodporten.training;

import org.jspecify.annotations.NullMarked;
