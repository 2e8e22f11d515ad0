package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;

/**
 * An appointment in a list, as it stands on the date asked about.
 *
 * @param unitId where it is held; one of the units served where it is held elsewhere
 * @param since first day of this standing
 * @param dueDay by when something is to be renewed
 */
public record AppointmentOnDay(
        long id,
        long personId,
        String name,
        long unitId,
        String unitName,
        @Nullable Long organisationId,
        @Nullable String organisationName,
        @Nullable Long districtId,
        @Nullable String districtName,
        Standing standing,
        LocalDate since,
        @Nullable LocalDate dueDay) {

    /** The day that the label of the standing tells. */
    public @Nullable LocalDate day() {
        return switch (standing) {
            case CERTIFIED, REFRESHER_DUE -> dueDay;
            case LAPSED, ENDED -> since;
            case NOMINATED, PAUSED -> null;
        };
    }
}
