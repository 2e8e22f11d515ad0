/**
 * Places: county, districts, organisations and units, with their history in two times (valid and known).
 * Knows access and what lies below it; nothing of people.
 * Start with {@link se.metodporten.organisation.Places}. {@code place_ancestor} follows {@code place_version} row by row,
 * so whoever joins it with a day gets the placement of that day; {@link se.metodporten.organisation.Placements} is the
 * only writer of both.
 */
@NullMarked
package se.metodporten.organisation;

import org.jspecify.annotations.NullMarked;
