/**
 * Courses and attempts (architecture.md "The course player"): packages stored in the database and unpacked to a cache
 * on each node, the player's protocol on an origin of its own for each course version, and a fact when a course is
 * completed. The rules of SCORM are the {@code scorm} library's; the protocol is described in its README. Start with
 * {@link se.metodporten.elearning.Attempts} and {@link se.metodporten.elearning.CourseStore}.
 */
@NullMarked
package se.metodporten.elearning;

import org.jspecify.annotations.NullMarked;
