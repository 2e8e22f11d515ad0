package se.metodporten.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to have put right.
 *
 * @param person who asked; null where the reader may not know the name
 * @param answer null: nobody has answered yet
 */
public record CorrectionRequest(
        long id,
        long personId,
        @Nullable String person,
        String text,
        Instant askedAt,
        @Nullable Instant handledAt,
        @Nullable String answer) {}
