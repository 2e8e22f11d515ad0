package se.metodporten.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a place needs another number of people in a role than others of its kind.
 *
 * @param recordedBy name of whoever decided; null when it was no person or the reader may not know
 * @param replacedAt when another decision took its place; null while it stands
 */
public record NeedException(
        long id,
        int number,
        String reason,
        LocalDate validFrom,
        LocalDate validThrough,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Instant replacedAt) {

    public boolean holdsOn(LocalDate day) {
        return replacedAt == null && !day.isBefore(validFrom) && !day.isAfter(validThrough);
    }
}
