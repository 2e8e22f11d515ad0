package se.metodporten.certification.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.Someone;

/** What the API says of one appointment that is asked for by its id. */
@Schema(description = "An appointment, with its standing today.")
public record ApiAppointment(
        long id,
        Someone person,
        Coded role,
        Named placeHeld,

        @Schema(description = "the held one included where it is a unit")
        List<Named> unitsServed,

        LocalDate validFrom,

        @Schema(description = "the last day, inclusive; null: none is set") @Nullable
        LocalDate validThrough,

        Instant appointedAt,

        @Schema(description = "name; null: loaded from elsewhere, or protected from this reader") @Nullable
        String appointedBy,

        ApiStanding standing,
        @Schema(description = "most urgent first") List<ApiReason> reasons,

        @Schema(description = "what the role asks, in its order")
        List<ApiStep> steps,

        @Schema(description = "what counts for it today, by day")
        List<ApiFact> facts,

        @Schema(
                description =
                        "the moments at which what was known of it changed, the latest first; each may be asked for by knownAt")
        List<Instant> changedAt) {}
