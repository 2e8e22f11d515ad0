/**
 * The standing of appointments: what the pure {@code rules} say about the facts, kept in {@code standing_period} as an
 * index that can be computed again at any time. Follows every appended fact in the fact's own transaction.
 *
 * <p>Knows appointment, role and fact. Start with {@link se.metodporten.certification.StandingIndex} (how it is written),
 * {@link se.metodporten.certification.Standings} (how it is read) and {@code rules.Timeline} (what it says).
 */
@NullMarked
package se.metodporten.certification;

import org.jspecify.annotations.NullMarked;
