/**
 * A SCORM run-time library: reads packages, judges and merges what content says, and brings the player.
 *
 * <p>It knows SCORM and the JDK (and JSON-P), nothing of the portal, its database or its server. Start with
 * {@code packaging.PackageReader} for packages, {@code runtime.RunTime} for attempts, and README.md for the protocol
 * between the two halves. Only {@link se.metodporten.scorm.ScormException} leaves the library.
 */
@NullMarked
package se.metodporten.scorm;

import org.jspecify.annotations.NullMarked;
