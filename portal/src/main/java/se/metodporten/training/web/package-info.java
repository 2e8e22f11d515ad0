/** Pages of trainings: the list, scheduling, one training with its sign-ups, attendance on a phone. */
@NullMarked
package se.metodporten.training.web;

import org.jspecify.annotations.NullMarked;
