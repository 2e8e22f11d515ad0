/**
 * What happened to people, appointments and employments: rows that are only ever appended (the database grants nothing
 * else). A correction is a new row that supersedes an earlier one.
 *
 * <p>Knows persons and appointments only by id, to lock them. Whoever needs to know of new facts observes
 * {@link se.metodporten.fact.FactsAppended}. Start with {@link se.metodporten.fact.Facts}; what can be a fact stands in
 * {@link se.metodporten.fact.FactKind}.
 */
@NullMarked
package se.metodporten.fact;

import org.jspecify.annotations.NullMarked;
