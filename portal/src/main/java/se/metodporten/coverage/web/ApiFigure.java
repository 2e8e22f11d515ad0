package se.metodporten.coverage.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Named;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.organisation.OrganisationKind;

/** What the API says of a figure. */
@Schema(
        description =
                "How the places in need of one group stand: inNeed is the sum of covered, partly, notCovered and vacant.")
public record ApiFigure(
        @Schema(
                description =
                        "the district, organisation, kind or unit; null: all, the county-wide units of a list by district, or organisations of a list by kind")
        @Nullable
        Named group,

        @Schema(description = "of organisations in a list by kind; else null") @Nullable
        OrganisationKind organisationKind,

        @Schema(description = "about county-wide units outside the reader's places: in no sum of them")
        boolean beside,

        int inNeed,
        int covered,
        int partly,
        int notCovered,
        int vacant,

        @Schema(description = "share covered in whole per cent, rounded down so that 100 means all")
        int percent,

        @Schema(description = "path of the list behind it; with &state=… of the list behind one of the four")
        String units) {

    /** @param name of the group in the reader's language */
    static ApiFigure of(CoverageFigure figure, @Nullable String name, String units) {
        return new ApiFigure(
                Named.orNone(figure.groupId(), name),
                figure.ownKind(),
                figure.beside(),
                figure.inNeed(),
                figure.covered(),
                figure.partly(),
                figure.notCovered(),
                figure.vacant(),
                figure.percent(),
                units);
    }
}
