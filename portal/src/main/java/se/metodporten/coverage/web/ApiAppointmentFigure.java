package se.metodporten.coverage.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Named;
import se.metodporten.coverage.AppointmentFigure;

/** What the API says of a figure about appointments. */
@Schema(description = "The appointments of one group by standing; those that have ended are not counted.")
public record ApiAppointmentFigure(
        @Schema(description = "null: all, or those in county-wide units in a list by district") @Nullable
        Named group,

        int certified,
        int refresherDue,
        int nominated,
        int lapsed,
        int paused,

        @Schema(description = "certified, and something is to be renewed by dueSoonThrough")
        int dueSoon,

        @Schema(description = "certified, and something is to be renewed by dueYearThrough")
        int dueYear,

        @Schema(
                description =
                        "path of the list behind it; with &standing=… or &dueThrough=… of the list behind one part")
        String appointments) {

    /** @param name of the group in the reader's language */
    static ApiAppointmentFigure of(AppointmentFigure figure, @Nullable String name, String appointments) {
        return new ApiAppointmentFigure(
                Named.orNone(figure.groupId(), name),
                figure.certified(),
                figure.refresherDue(),
                figure.nominated(),
                figure.lapsed(),
                figure.paused(),
                figure.dueSoon(),
                figure.dueYear(),
                appointments);
    }
}
