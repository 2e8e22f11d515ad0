package se.metodporten.organisation.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Period;
import se.metodporten.organisation.Unit;
import se.metodporten.organisation.UnitPeriod;

/** What the API says of one unit that is asked for by its id. */
@Schema(description = "A unit as it is on a day, and all that is known of its past and future.")
public record ApiUnitHistory(
        ApiUnit unit, @Schema(description = "newest first") List<Version> history) {

    /** One stretch of the history. */
    @Schema(description = "What held of a unit during a period.")
    public record Version(
            LocalDate validFrom,

            @Schema(description = "inclusive; null: no end is known") @Nullable
            LocalDate validThrough,

            String name,

            @Schema(description = "name of the kind of unit")
            String kind,

            @Schema(description = "name of the organisation")
            String organisation,

            @Schema(description = "name of the district; null: county-wide") @Nullable
            String district) {}

    static ApiUnitHistory of(Unit unit, List<UnitPeriod> history, String language) {
        return new ApiUnitHistory(
                ApiUnit.of(unit, language),
                history.stream()
                        .map(period -> new Version(
                                period.validFrom(),
                                Period.lastDay(period.validThrough()),
                                period.name(),
                                period.kind(language),
                                period.organisation(),
                                period.district()))
                        .toList());
    }
}
