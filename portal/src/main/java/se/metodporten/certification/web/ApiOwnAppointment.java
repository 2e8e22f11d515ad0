package se.metodporten.certification.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;

/** What the API says of one of the reader's own appointments. */
@Schema(description = "One of the reader's own appointments.")
public record ApiOwnAppointment(
        long id,
        Coded role,
        Named placeHeld,
        List<Named> unitsServed,
        LocalDate validFrom,

        @Schema(description = "the last day, inclusive; null: none is set") @Nullable
        LocalDate validThrough,

        @Schema(description = "today; null: it has ended") @Nullable
        ApiStanding standing,

        @Schema(description = "what the role asks, in its order; empty when it has ended")
        List<ApiStep> steps) {}
