/**
 * Coverage (domain.md "Coverage"): which places that need a role have it, on any date as known on any date. The read
 * side of certification: one aggregate over {@code standing_period}, no work per person. Figures use the places as they
 * were on the date; names are shown by the places of today. Start with {@link se.metodporten.coverage.Coverage}.
 */
@NullMarked
package se.metodporten.coverage;

import org.jspecify.annotations.NullMarked;
