package se.metodporten.fact;

import java.time.Instant;
import java.util.List;

/**
 * Facts of one person were appended; fired in the same transaction, so what follows from them is committed or rolled
 * back together with them. The person's rows are locked.
 *
 * @param personId the person, after merges
 * @param recordedAt the moment that all of them bear; never earlier than that of the person's earlier facts
 */
public record FactsAppended(long personId, Instant recordedAt, List<Long> factIds) {}
