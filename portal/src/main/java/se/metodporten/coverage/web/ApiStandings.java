package se.metodporten.coverage.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.Paged;
import se.metodporten.coverage.Level;

/** What the API says of appointments by standing. */
@Schema(description = "The appointments that the reader may know by name, by standing.")
public record ApiStandings(
        ApiQuestion question,
        Level level,
        @Schema(description = "90 days ahead, inclusive") LocalDate dueSoonThrough,

        @Schema(description = "twelve months ahead, inclusive")
        LocalDate dueYearThrough,

        ApiAppointmentFigure total,
        Listed<ApiAppointmentFigure> figures)
        implements Paged {

    @Override
    public Listed<?> paged() {
        return figures;
    }
}
