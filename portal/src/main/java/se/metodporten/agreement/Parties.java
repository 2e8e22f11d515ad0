package se.metodporten.agreement;

import java.time.LocalDate;

/** Who and what an agreement is about, as signing it needs to know. */
record Parties(
        long agreementId,
        long appointmentId,
        long personId,
        long placeId,
        int descriptionNumber,
        LocalDate validThrough,
        String personName,
        String roleName,
        String placeName) {}
