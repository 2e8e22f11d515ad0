package se.metodporten.desk.web;

import static se.metodporten.access.Action.*;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.desk.Myself;

/** The navigation of every page: by what the reader does, only what the reader may use. */
@Named
@RequestScoped
public class Navigation {

    /** One place to go; shown to who may do one of the actions somewhere, with none to everyone signed in. */
    private record Place(String name, String icon, String path, List<Action> actions) {}

    /** An entry as the page shows it. */
    public record Entry(String key, String icon, String path, boolean current) {}

    private static final List<Place> PLACES = List.of(
            new Place("start", "home", "/desk/start.xhtml", List.of()),
            new Place("appointments", "appointment", "/appointment/mine.xhtml", List.of()),
            new Place("courses", "course", "/elearning/catalogue.xhtml", List.of()),
            new Place("trainings", "training", "/training/trainings.xhtml", List.of()),
            new Place(
                    "units",
                    "unit",
                    "/organisation/units.xhtml",
                    List.of(APPOINT, VIEW_ELEARNING, VIEW_PEOPLE, ADD_PERSON)),
            new Place("standings", "tick-circle", "/certification/appointments.xhtml", List.of(APPOINT, VIEW_PEOPLE)),
            new Place("people", "people", "/person/people.xhtml", List.of(VIEW_PEOPLE, ADD_PERSON)),
            new Place("coverage", "coverage", "/coverage/coverage.xhtml", List.of(VIEW_COVERAGE)),
            new Place("roles", "appointment", "/role/roles.xhtml", List.of(EDIT_ROLES)),
            new Place("reminders", "clock", "/reminder/week.xhtml", List.of(EDIT_ROLES)),
            new Place("directory", "people", "/directory/import.xhtml", List.of(ADMINISTER, EDIT_ROLES)),
            new Place("administration", "administration", "/administration/index.xhtml", List.of(ADMINISTER, INSPECT)));

    /** Pages that are opened from another folder than their own. */
    private static final Map<String, String> OPENED_FROM = Map.of(
            "/certification/role-draft.xhtml", "/role/roles.xhtml",
            "/certification/role-preview.xhtml", "/role/roles.xhtml",
            "/register/standings.xhtml", "/directory/import.xhtml",
            "/certification/rebuild.xhtml", "/administration/index.xhtml");

    @Inject
    private Guard guard;

    @Inject
    private Myself myself;

    private @Nullable List<Entry> entries;

    public boolean isSignedIn() {
        return guard.reader().signedIn();
    }

    public String getPersonName() {
        return myself.name();
    }

    public List<Entry> getEntries() {
        if (entries == null) {
            String viewId = FacesContext.getCurrentInstance().getViewRoot().getViewId();
            entries = PLACES.stream()
                    .filter(place -> exists(place.path()) && mayUse(place))
                    .map(place -> new Entry(
                            "desk.navigation." + place.name(), place.icon(), place.path(), isAt(place.path(), viewId)))
                    .toList();
        }
        return entries;
    }

    private boolean mayUse(Place place) {
        return place.actions().isEmpty() || place.actions().stream().anyMatch(guard::mayAnywhere);
    }

    /** A page of the same folder is below the entry: a training is opened from the list of trainings. */
    private static boolean isAt(String path, String viewId) {
        String openedFrom = OPENED_FROM.getOrDefault(viewId, viewId);
        return openedFrom.startsWith(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static boolean exists(String path) {
        try {
            URL page = FacesContext.getCurrentInstance().getExternalContext().getResource(path);
            return page != null;
        } catch (MalformedURLException misspelt) {
            throw new IllegalStateException(path, misspelt);
        }
    }
}
