package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.metodporten.agreement.AgreementLine;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.certification.web.ApiStanding;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.Period;
import se.metodporten.desk.PersonPage;
import se.metodporten.desk.PersonPages;
import se.metodporten.elearning.web.ApiCourse;
import se.metodporten.person.web.ApiPerson;
import se.metodporten.training.PersonsTraining;

/** {@code /people/{id}}. */
@Path("people/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "People, with what the reader may know of them.")
public class PersonResource {

    @Inject
    private PersonPages pages;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(
            summary = "One person",
            description = "The reader themselves, someone whom the reader finds, or who holds an appointment that the"
                    + " reader may see.")
    public ApiPersonPage person(@Parameter(description = "the person's id") @PathParam("id") long id) {
        PersonPage page = pages.of(id);
        return new ApiPersonPage(
                ApiPerson.of(page.card()),
                page.self(),
                page.appointments().stream().map(this::held).toList(),
                page.coursesShown()
                        ? page.courses().stream()
                                .map(course -> ApiCourse.of(course, language.locale()))
                                .toList()
                        : null,
                page.trainingsShown()
                        ? page.trainings().stream().map(this::attended).toList()
                        : null,
                page.agreements().stream().map(PersonResource::agreement).toList());
    }

    private ApiPersonPage.ApiHeld held(PersonPage.Held held) {
        AppointmentCard card = held.card();
        return new ApiPersonPage.ApiHeld(
                card.id(),
                new Coded(card.roleCode(), card.role().in(language.locale())),
                new Named(card.placeId(), card.place()),
                card.validFrom(),
                Period.lastDay(card.validThrough()),
                ApiStanding.of(held.standing().now()));
    }

    private ApiPersonPage.ApiAttended attended(PersonsTraining training) {
        return new ApiPersonPage.ApiAttended(
                training.id(),
                training.kind().in(language.locale()),
                training.title(),
                training.firstDay(),
                training.lastDay(),
                training.state(),
                training.calledOff(),
                training.sessions(),
                training.attended(),
                training.marked());
    }

    private static ApiPersonPage.ApiAgreementLine agreement(AgreementLine line) {
        return new ApiPersonPage.ApiAgreementLine(
                line.id(),
                line.appointmentId(),
                line.offeredOn(),
                line.signedByAppointee(),
                line.signedByManager(),
                line.inForceFrom(),
                Period.lastDay(line.validThrough()),
                line.endedOn(),
                line.readable());
    }
}
