package se.metodporten.fact;

import java.time.Instant;
import java.util.List;

/**
 * Facts of many people were appended at once, as from a file; fired in the same transaction, in which the rows of all of
 * them are locked.
 *
 * @param personIds the people, after merges, in the order of their ids
 * @param recordedAt the moment that all of the facts bear
 */
public record ManyFactsAppended(List<Long> personIds, Instant recordedAt) {

    public ManyFactsAppended {
        personIds = List.copyOf(personIds);
    }
}
