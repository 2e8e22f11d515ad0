package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.All;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.Period;

/** {@code /me/appointments}. */
@Path("me/appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "The reader's own things.")
public class MyAppointmentsResource {

    @Inject
    private AppointmentCards cards;

    @Inject
    private Standings standings;

    @Inject
    private StandingJson json;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(summary = "The reader's own appointments, the latest first")
    public All<ApiOwnAppointment> myAppointments() {
        Map<Long, StandingCard> standing = standings.mine();
        return All.of(cards.mine(), card -> own(card, standing.get(card.id())));
    }

    private ApiOwnAppointment own(AppointmentCard card, @Nullable StandingCard standing) {
        return new ApiOwnAppointment(
                card.id(),
                new Coded(card.roleCode(), card.role().in(language.locale())),
                new Named(card.placeId(), card.place()),
                AppointmentsResource.served(card),
                card.validFrom(),
                Period.lastDay(card.validThrough()),
                standing == null ? null : ApiStanding.of(standing.now()),
                standing == null ? List.of() : json.steps(standing));
    }
}
