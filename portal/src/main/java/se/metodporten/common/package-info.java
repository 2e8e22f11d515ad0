/**
 * What every feature may use: the county's time, the database door, refusals, texts.
 * Knows no feature. Start with {@link se.metodporten.common.Database} and {@link se.metodporten.common.DomainException}.
 */
@NullMarked
package se.metodporten.common;

import org.jspecify.annotations.NullMarked;
