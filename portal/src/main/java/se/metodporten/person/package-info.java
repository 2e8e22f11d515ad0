/**
 * Persons and their employments. Knows places and access.
 * Start with {@link se.metodporten.person.People} (what pages ask) and {@link se.metodporten.person.Register} (what other
 * features' services look up).
 *
 * <p>Protected identity has one home: whoever shows a person's name, contact or place in SQL takes the condition from
 * {@link se.metodporten.person.Names}; lists of names leave out the others, single mentions say {@code person.someone}.
 *
 * <p>Two rows can turn out to be one person. The merged row stays and points to the other ({@code merged_into}); facts are
 * never moved, so whoever reads facts of a person reads those of {@link se.metodporten.person.Register#IDENTITIES}.
 * Features that hold a person's id in rows of their own observe {@link se.metodporten.person.PersonsMerged}.
 */
@NullMarked
package se.metodporten.person;

import org.jspecify.annotations.NullMarked;
