package se.metodporten.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the text of an agreement.
 *
 * @param descriptionText the description version that applies on the first day
 * @param sharePercent of working time, as the organisation has decided; null: nothing is said about it
 * @param additions of the organisation to the description; empty: none
 */
record Terms(
        long appointmentId,
        long personId,
        String personName,
        String roleName,
        String placeName,
        String organisationName,
        LocalDate validFrom,
        LocalDate validThrough,
        long descriptionVersionId,
        int descriptionNumber,
        String decidedBy,
        LocalDate decidedOn,
        String descriptionText,
        @Nullable Integer sharePercent,
        String additions) {}
