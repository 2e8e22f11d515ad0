package se.metodporten.certification.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;

/** What the API says of a stretch of a timeline. */
@Schema(description = "A stretch of days on which nothing about a standing changes.")
public record ApiPeriod(
        LocalDate from,

        @Schema(description = "inclusive; null: to the end of days") @Nullable
        LocalDate through,

        Standing standing,

        @Schema(description = "the nearest day by which something is to be renewed") @Nullable
        LocalDate dueDay,

        @Schema(description = "most urgent first") List<ApiReason> reasons) {}
