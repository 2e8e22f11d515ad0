package se.metodporten.coverage.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.communication.Responsible;
import se.metodporten.coverage.AppointmentRequests;
import se.metodporten.coverage.RequestedPlace;

/** {@code coverage/ask.xhtml}: asks managers to appoint somebody, about one place or many. */
@Named
@ViewScoped
public class AskView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PLACE = "place";

    @Inject
    private AppointmentRequests requests;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private String role = "";
    private String places = "";
    private String text = "";
    private transient @Nullable List<RequestedPlace> chosen;

    /** The places that were ticked in the list; refuses those that are not the reader's to follow up. */
    public List<RequestedPlace> getChosen() {
        if (chosen == null) {
            chosen = requests.toAsk(getRole(), ids());
        }
        return chosen;
    }

    public boolean isAskable() {
        return getChosen().stream().anyMatch(RequestedPlace::askable);
    }

    /** Whom the mail goes to. */
    public String managers(RequestedPlace place) {
        return place.managers().stream()
                .map(Responsible.Contact::name)
                .map(name -> Objects.requireNonNullElse(name, texts.get("person.someone")))
                .collect(Collectors.joining(", "));
    }

    public String ask() {
        AppointmentRequests.Asked done = requests.ask(getRole(), ids(), text);
        Told.onNextPage(texts.of("coverage.ask.done", done.places(), done.managers()));
        return "/coverage/units.xhtml?faces-redirect=true&role=" + getRole() + "&state=" + CoveredUnitsView.LACKING;
    }

    private List<Long> ids() {
        return Arrays.stream(getPlaces().split(","))
                .flatMap(one -> Optional.ofNullable(UrlState.id(one)).stream())
                .distinct()
                .toList();
    }

    /** Of the URL; remembered with the page, so that its form is there when it is sent. */
    public String getRole() {
        return role.isEmpty() ? asked.getRole() : role;
    }

    public void setRole(@Nullable String role) {
        this.role = Objects.requireNonNullElse(role, "");
        asked.setRole(this.role);
    }

    /** The ids with commas between; at first one parameter for each that was ticked. */
    public String getPlaces() {
        if (places.isEmpty()) {
            String[] ticked = request.getParameterValues(PLACE);
            places = ticked == null ? "" : String.join(",", ticked);
        }
        return places;
    }

    public void setPlaces(@Nullable String places) {
        this.places = Objects.requireNonNullElse(places, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }
}
