/**
 * The top of the portal: what spans features. May know every feature; nothing knows it.
 * Start with {@link se.metodporten.desk.Myself}.
 */
@NullMarked
package se.metodporten.desk;

import org.jspecify.annotations.NullMarked;
