package se.metodporten.coverage.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Named;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.organisation.OrganisationKind;

/** What the API says of a place in need. */
@Schema(description = "A place in need: a unit, or an organisation where the role is held at those.")
public record ApiCoveredUnit(
        Named unit,
        @Nullable Named organisation,
        @Schema(description = "null: county-wide") @Nullable Named district,

        @Schema(description = "name of the kind of unit; null of an organisation") @Nullable
        String kind,

        @Schema(description = "null of a unit") @Nullable OrganisationKind organisationKind,
        CoverageState state,

        @Schema(description = "how many different certified persons it needs")
        int need,

        @Schema(
                description =
                        "different persons who serve it and are certified or due for a refresher; null: the reader may not know of the unit's people")
        @Nullable
        Integer certified,

        @Schema(description = "different persons appointed, whatever their standing; null as certified") @Nullable
        Integer appointed,

        @Schema(
                description =
                        "of a covered one the last day on which it is, if nobody acts; null: that never comes, or it is not covered")
        @Nullable
        LocalDate coveredThrough) {

    static ApiCoveredUnit of(CoveredUnit row, String language) {
        return new ApiCoveredUnit(
                new Named(row.unitId(), row.unitName()),
                Named.orNone(row.organisationId(), row.organisationName()),
                Named.orNone(row.districtId(), row.districtName()),
                language.equals("en") ? row.kindEn() : row.kindSv(),
                row.ownKind(),
                row.state(),
                row.need(),
                row.certified(),
                row.appointed(),
                row.coveredThrough());
    }
}
