/**
 * The activity tree of a course: what the manifest says of its parts and of the way through them, kept with the course,
 * and pure functions over it and the learner's progress.
 *
 * <p>Start with {@link se.metodporten.scorm.sn.ActivityTree}. {@link se.metodporten.scorm.sn.Navigation} answers where a
 * learner may go: free choice and simple flow. The sequencing rules of SCORM 2004 are read and kept
 * ({@link se.metodporten.scorm.sn.Sequencing}); the processes that evaluate them belong here, beside Navigation, on the
 * same arguments: a tree, the progress by activity, a request.
 */
@NullMarked
package se.metodporten.scorm.sn;

import org.jspecify.annotations.NullMarked;
