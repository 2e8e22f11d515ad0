package se.metodporten.coverage.web;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Coded;

/** What the API says of what it was asked. */
@Schema(description = "What the figures are about.")
public record ApiQuestion(
        Coded role,
        LocalDate asOf,

        @Schema(description = "the moment as of which it is told; null: all that is known") @Nullable
        Instant knownAt,

        @Schema(description = "as if everybody with a seat in a planned training attended it; else as if nobody acted")
        boolean planned) {}
