package se.metodporten.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in the hands of its manager; person and appointment are locked.
 *
 * @param personId after merges
 * @param employmentId that it rests on; null: none is known
 */
public record ManagedAppointment(
        long id,
        long personId,
        long roleId,
        long placeId,
        @Nullable Long employmentId,
        LocalDate validFrom,
        LocalDate validThrough,
        Plan.Seen seen) {}
