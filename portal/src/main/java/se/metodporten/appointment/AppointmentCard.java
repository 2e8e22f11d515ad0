package se.metodporten.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;

/**
 * An appointment as its page tells of it.
 *
 * @param version to be given back with a change, so that nobody saves over another's
 * @param personName null: protected from this reader
 * @param appointedBy null: loaded from elsewhere, or protected from this reader
 * @param units served, the held one included where it is a unit
 */
public record AppointmentCard(
        long id,
        long version,
        long personId,
        @Nullable String personName,
        long roleId,
        String roleCode,
        Bilingual role,
        long placeId,
        String place,
        LocalDate validFrom,
        LocalDate validThrough,
        Instant appointedAt,
        @Nullable String appointedBy,
        List<ServedUnit> units) {

    /** A unit by its name of today. */
    public record ServedUnit(long id, String name) {}

    AppointmentCard serving(List<ServedUnit> served) {
        return new AppointmentCard(
                id,
                version,
                personId,
                personName,
                roleId,
                roleCode,
                role,
                placeId,
                place,
                validFrom,
                validThrough,
                appointedAt,
                appointedBy,
                served);
    }

    /** Whether a last day is set. */
    public boolean ending() {
        return validThrough.isBefore(CountyTime.END_OF_DAYS);
    }
}
