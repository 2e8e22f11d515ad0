/**
 * Packages come in: a zip that nobody vouches for becomes a folder of files and a manifest, or a list of reasons.
 *
 * <p>Start with {@link se.metodporten.scorm.packaging.PackageReader}. The zip is read by our own small reader
 * ({@code ZipDirectory}), since the JDK's shows neither links nor overlapping members; XML without any DTD
 * ({@code XmlTree}); {@code ManifestParser} makes sense of it. Nothing here is specific to a learner.
 */
@NullMarked
package se.metodporten.scorm.packaging;

import org.jspecify.annotations.NullMarked;
