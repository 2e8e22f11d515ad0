package se.metodporten.person;

/**
 * Two rows turned out to be one person; fired in the transaction of the merge. Who keeps a person's id in rows of their
 * own moves them from the one to the other, or refuses with a {@link se.metodporten.common.DomainException}. Facts stay.
 *
 * @param from the id that is no longer used
 * @param into the id that stands for both
 */
public record PersonsMerged(long from, long into) {}
