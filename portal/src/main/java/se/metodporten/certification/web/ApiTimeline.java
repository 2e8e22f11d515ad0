package se.metodporten.certification.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API says of a timeline. */
@Schema(description = "The standing of an appointment on every day: periods without gap or overlap.")
public record ApiTimeline(
        long appointment,

        @Schema(description = "the moment as of which it is told; null: all that is known") @Nullable
        Instant knownAt,

        @Schema(description = "the first begins on the appointment's first day; empty before anything was known")
        List<ApiPeriod> periods) {}
