/**
 * The county's own courses, built from the plain text folders beside this module's pom into SCORM packages: the class path
 * resource {@code se/metodporten/courses/FOLDER.zip} for each folder, for example {@code visam-grunderna.zip}.
 *
 * <p>There is no Java here and nothing is known of the portal. How a course is written: {@code courses/README.md}; how it
 * is built: {@code courses/kit/build/main.ts}; what runs in the browser: {@code courses/kit/player/main.ts}.
 */
@NullMarked
package se.metodporten.courses;

import org.jspecify.annotations.NullMarked;
