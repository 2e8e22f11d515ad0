package se.metodporten.organisation.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.Period;
import se.metodporten.organisation.Unit;

/** What the API says of a unit. */
@Schema(description = "A unit as it is on a day.")
public record ApiUnit(
        long id,
        String hsaId,
        String name,
        Named kind,
        Named organisation,
        @Schema(description = "null: county-wide") @Nullable Named district,

        @Schema(description = "first day of what is told here; an earlier version may differ")
        LocalDate validFrom,

        @Schema(description = "last day of what is told here; null: no end is known") @Nullable
        LocalDate validThrough) {

    static ApiUnit of(Unit unit, String language) {
        return new ApiUnit(
                unit.id(),
                unit.code(),
                unit.name(),
                new Named(unit.kindId(), unit.kind(language)),
                new Named(unit.organisationId(), unit.organisation()),
                Named.orNone(unit.districtId(), unit.district()),
                unit.validFrom(),
                Period.lastDay(unit.validThrough()));
    }
}
