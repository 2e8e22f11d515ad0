package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.certification.AppointmentLists;
import se.metodporten.certification.AppointmentRow;
import se.metodporten.certification.AppointmentSearch;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.communication.Responsible;
import se.metodporten.communication.Said;
import se.metodporten.coverage.AppointmentRequests;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.coverage.NeedException;
import se.metodporten.coverage.Needs;
import se.metodporten.coverage.PlaceNeed;
import se.metodporten.coverage.UnitFilter;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.training.PlannedSeats;

/** {@code coverage/place.xhtml}: one place and one role: how it stands, who serves it, what was said, what it needs. */
@Named
@RequestScoped
public class PlaceView {

    private static final long NOWHERE = 0L;
    private static final String LATER = "later";

    @Inject
    private Coverage coverage;

    @Inject
    private Needs needs;

    @Inject
    private AppointmentRequests requests;

    @Inject
    private AppointmentLists lists;

    @Inject
    private Responsible responsible;

    @Inject
    private PlannedSeats seats;

    @Inject
    private Places places;

    @Inject
    private Guard guard;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Texts texts;

    private String id = "";
    private String answer = "";
    private String text = "";

    private @Nullable PlaceNeed need;
    private @Nullable List<CoveredUnit> inNeed;
    private @Nullable List<PlaceName> trail;
    private @Nullable List<Server> servers;
    private @Nullable List<Said> said;

    /** Somebody who serves the place. @param seat the first day of a training that they have a seat in */
    public record Server(
            AppointmentRow appointment, @Nullable LocalDate seat) {}

    /** Refuses who may not see the place's coverage. */
    public void load() {
        getNeed();
    }

    /** How the place stands; null when it does not need the role on the day. */
    public @Nullable CoveredUnit getStanding() {
        if (inNeed == null) {
            inNeed = coverage.units(asked.question(), UnitFilter.ALL.only(getPlaceId()))
                    .rows();
        }
        return inNeed.isEmpty() ? null : inNeed.get(0);
    }

    public boolean isLacking() {
        CoveredUnit now = getStanding();
        return now != null && now.lacking();
    }

    public String getName() {
        return trail().isEmpty() ? "" : trail().get(trail().size() - 1).name();
    }

    public List<Crumb> getTrail() {
        return trail().stream().map(step -> new Crumb(step.name(), null)).toList();
    }

    private List<PlaceName> trail() {
        if (trail == null) {
            trail = places.trail(getPlaceId());
        }
        return trail;
    }

    public PlaceNeed getNeed() {
        if (need == null) {
            need = needs.of(getPlaceId(), asked.getRole(), asked.day());
        }
        return need;
    }

    /** How many the place needs on the day. */
    public int getNumber() {
        return getNeed().on(asked.day());
    }

    public @Nullable NeedException getException() {
        return getNeed().exceptionOn(asked.day()).orElse(null);
    }

    public boolean isMayFollowUp() {
        return guard.may(Action.FOLLOW_UP, getPlaceId());
    }

    public boolean isMayAppoint() {
        return guard.may(Action.APPOINT, getPlaceId());
    }

    public boolean isMaySeePeople() {
        return guard.may(Action.VIEW_PEOPLE, getPlaceId());
    }

    /** Those with the role who serve the place on the day and may be known to the reader. */
    public List<Server> getServers() {
        if (servers == null) {
            AppointmentSearch search = new AppointmentSearch(
                    getPlaceId(), asked.getRoleId(), null, "", AppointmentSearch.Sort.NAME, false, asked.day());
            Page<AppointmentRow> found = lists.find(search, Paging.FIRST);
            Map<Long, LocalDate> days =
                    seats.of(found.rows().stream().map(AppointmentRow::personId).toList(), asked.today()).stream()
                            .collect(Collectors.toMap(
                                    PlannedSeats.Seat::personId, PlannedSeats.Seat::day, (first, later) -> first));
            servers = new ArrayList<>();
            found.rows().forEach(row -> servers.add(new Server(row, days.get(row.personId()))));
        }
        return servers;
    }

    /** Whether the reader asks or answers, about a place that lacks somebody today. */
    public boolean isTalks() {
        return asked.day().equals(asked.today()) && requests.takesPart(getPlaceId()) && isLacking();
    }

    /** Whether the manager has been asked, and answers below the question. */
    public boolean isAsked() {
        return isTalks() && !getSaid().isEmpty();
    }

    public List<Said> getSaid() {
        if (said == null) {
            said = requests.said(asked.getRole(), getPlaceId());
        }
        return said;
    }

    public List<Responsible.Contact> getManagers() {
        return responsible.managersOf(Set.of(getPlaceId())).getOrDefault(getPlaceId(), List.of());
    }

    /** Names of the managers, in a row. */
    public String getManagerNames() {
        return getManagers().stream()
                .map(one -> Objects.requireNonNullElse(one.name(), texts.get("person.someone")))
                .collect(Collectors.joining(", "));
    }

    public boolean isLater() {
        return LATER.equals(answer);
    }

    public String ask() {
        requests.ask(asked.getRole(), List.of(getPlaceId()), text);
        return done("coverage.place.asked");
    }

    public String decline() {
        requests.decline(asked.getRole(), getPlaceId(), text);
        return done("coverage.place.answered");
    }

    public String say() {
        requests.say(asked.getRole(), getPlaceId(), text);
        return done("coverage.place.sent");
    }

    private String done(String key) {
        Told.onNextPage(texts.get(key));
        return "/coverage/place.xhtml?faces-redirect=true&id=" + getPlaceId() + "&role=" + asked.getRole();
    }

    public long getPlaceId() {
        return Objects.requireNonNullElse(UrlState.id(id), NOWHERE);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = Objects.requireNonNullElse(answer, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }
}
