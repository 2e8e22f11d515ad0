package se.metodporten.coverage.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.Paged;
import se.metodporten.coverage.Level;

/** What the API says of coverage. */
@Schema(description = "How the places stand that need a role, in the reader's places.")
public record ApiCoverage(
        ApiQuestion question,
        Level level,

        @Schema(description = "each place once, those beside left out")
        ApiFigure total,

        @Schema(description = "by name, the county-wide units last; groups without need are left out")
        Listed<ApiFigure> figures)
        implements Paged {

    @Override
    public Listed<?> paged() {
        return figures;
    }
}
