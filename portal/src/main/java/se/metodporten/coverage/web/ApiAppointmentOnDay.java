package se.metodporten.coverage.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.web.api.Named;
import se.metodporten.coverage.AppointmentOnDay;

/** What the API says of an appointment behind a figure. */
@Schema(description = "An appointment as it stands on the day asked about.")
public record ApiAppointmentOnDay(
        long id,
        Named person,

        @Schema(description = "where it is held; one of the units served where it is held elsewhere")
        Named unit,

        @Nullable Named organisation,
        @Schema(description = "null: county-wide") @Nullable Named district,
        Standing standing,
        @Schema(description = "first day of this standing") LocalDate since,

        @Schema(description = "by when something is to be renewed") @Nullable
        LocalDate dueDay) {

    static ApiAppointmentOnDay of(AppointmentOnDay row) {
        return new ApiAppointmentOnDay(
                row.id(),
                new Named(row.personId(), row.name()),
                new Named(row.unitId(), row.unitName()),
                Named.orNone(row.organisationId(), row.organisationName()),
                Named.orNone(row.districtId(), row.districtName()),
                row.standing(),
                row.since(),
                row.dueDay());
    }
}
