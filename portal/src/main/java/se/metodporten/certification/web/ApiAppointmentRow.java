package se.metodporten.certification.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;

/** What the API says of an appointment in a list. */
@Schema(description = "An appointment in a list, with its standing on the day asked about.")
public record ApiAppointmentRow(long id, Named person, Coded role, Named placeHeld, ApiStanding standing) {}
