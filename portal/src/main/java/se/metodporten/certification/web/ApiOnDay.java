package se.metodporten.certification.web;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API says of one day of a timeline. */
@Schema(description = "The standing of an appointment on one day.")
public record ApiOnDay(
        long appointment,
        LocalDate asOf,

        @Schema(description = "the moment as of which it is told; null: all that is known") @Nullable
        Instant knownAt,

        @Schema(description = "null: nobody was appointed yet, or nothing was known") @Nullable
        ApiPeriod period) {}
