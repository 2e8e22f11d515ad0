package se.metodporten.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who and what an agreement is about, as signing it needs to know.
 *
 * @param lastDayToSign when its description comes to a transition end (rule 9); else null
 */
record Parties(
        long agreementId,
        long appointmentId,
        long personId,
        long placeId,
        int descriptionNumber,
        LocalDate validThrough,
        @Nullable LocalDate lastDayToSign,
        String personName,
        String roleName,
        String placeName) {}
