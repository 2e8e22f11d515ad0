package se.metodporten.agreement;

import java.time.LocalDate;

/**
 * What goes into the text of an agreement.
 *
 * @param descriptionText the description version that applies on the first day
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
        String descriptionText) {}
