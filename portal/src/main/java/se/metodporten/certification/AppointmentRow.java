package se.metodporten.certification;

import se.metodporten.common.Bilingual;

/** An appointment in a list, with its standing on the day asked for. */
public record AppointmentRow(
        long id,
        long personId,
        String person,
        String roleCode,
        Bilingual role,
        long placeId,
        String place,
        StandingNow now) {}
