package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.certification.AppointmentLists;
import se.metodporten.certification.AppointmentRow;
import se.metodporten.certification.AppointmentSearch;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.common.web.api.Period;
import se.metodporten.common.web.api.Someone;
import se.metodporten.common.web.api.SortBy;
import se.metodporten.role.Role;
import se.metodporten.role.web.AskedRole;

/** {@code /appointments}: with standing and timeline. */
@Path("appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appointments", description = "Who holds which role where, and how that stands.")
public class AppointmentsResource {

    private static final String ID = "the appointment's id";
    private static final String KNOWN_AT =
            "a moment: what was known then; or a day, which is its end. By default all that is known";

    @Inject
    private AppointmentLists lists;

    @Inject
    private AppointmentCards cards;

    @Inject
    private Standings standings;

    @Inject
    private StandingJson json;

    @Inject
    private AskedRole roles;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    @GET
    @Operation(
            summary = "The appointments that the reader may see",
            description = "Those held or serving where the reader sees people, appoints or administers. Of people with"
                    + " protected identity only where the reader may know them.")
    public Listed<ApiAppointmentRow> appointments(
            @Parameter(description = "words of the person's name") @QueryParam("q") @Nullable String text,
            @Parameter(description = "id of a unit: held there or serving it") @QueryParam("unit") @Nullable Long unit,
            @Parameter(description = "code of a role") @QueryParam("role") @Nullable String role,
            @Parameter(description = "only of this standing; by default all but the ended")
                    @QueryParam("standing")
                    @Nullable
                    Standing standing,
            @Parameter(description = "the day of the standing, by default today") @QueryParam("asOf") @Nullable
                    LocalDate asOf,
            @Parameter(description = "the column to sort by, with a minus for falling")
                    @QueryParam("sort")
                    @DefaultValue("name")
                    SortBy<AppointmentSearch.Sort> sort,
            @BeanParam PagingParameters paging) {
        Role asked = roles.optional(role);
        AppointmentSearch search = new AppointmentSearch(
                unit,
                asked == null ? null : asked.id(),
                standing,
                Objects.requireNonNullElse(text, ""),
                sort.column(),
                sort.falling(),
                asOf == null ? CountyTime.today(clock) : asOf);
        return Listed.of(lists.find(search, paging.paging()), this::row);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One appointment, with its standing today, why, and what is left to do")
    public ApiAppointment appointment(@Parameter(description = ID) @PathParam("id") long id) {
        AppointmentCard card = cards.card(id);
        StandingCard standing = standings.card(id);
        return new ApiAppointment(
                id,
                new Someone(card.personId(), card.personName()),
                new Coded(card.roleCode(), card.role().in(language.locale())),
                new Named(card.placeId(), card.place()),
                served(card),
                card.validFrom(),
                Period.lastDay(card.validThrough()),
                card.appointedAt(),
                card.appointedBy(),
                ApiStanding.of(standing.now()),
                json.reasons(standing.now().reasons(), standing.requirements()),
                json.steps(standing),
                json.facts(standing),
                standing.changedAt());
    }

    @GET
    @Path("{id}/timeline")
    @Operation(summary = "The standing of one appointment on every day, as known now or at a moment")
    public ApiTimeline timeline(
            @Parameter(description = ID) @PathParam("id") long id,
            @Parameter(description = KNOWN_AT) @QueryParam("knownAt") @Nullable Instant knownAt) {
        StandingCard card = standings.card(id);
        Timeline timeline = knownAt == null ? card.timeline() : standings.timeline(id, knownAt);
        return new ApiTimeline(
                id,
                knownAt,
                timeline.periods().stream()
                        .map(period -> json.period(period, card.requirements()))
                        .toList());
    }

    @GET
    @Path("{id}/standing")
    @Operation(summary = "The standing of one appointment on a day, as known now or at a moment")
    public ApiOnDay standing(
            @Parameter(description = ID) @PathParam("id") long id,
            @Parameter(description = "the day, by default today") @QueryParam("asOf") @Nullable LocalDate asOf,
            @Parameter(description = KNOWN_AT) @QueryParam("knownAt") @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? CountyTime.today(clock) : asOf;
        StandingCard card = standings.card(id);
        Timeline timeline = knownAt == null ? card.timeline() : standings.timeline(id, knownAt);
        StandingPeriod period = timeline.on(day).orElse(null);
        return new ApiOnDay(id, day, knownAt, period == null ? null : json.period(period, card.requirements()));
    }

    private ApiAppointmentRow row(AppointmentRow row) {
        return new ApiAppointmentRow(
                row.id(),
                new Named(row.personId(), row.person()),
                new Coded(row.roleCode(), row.role().in(language.locale())),
                new Named(row.placeId(), row.place()),
                ApiStanding.of(row.now()));
    }

    static List<Named> served(AppointmentCard card) {
        return card.units().stream()
                .map(unit -> new Named(unit.id(), unit.name()))
                .toList();
    }
}
