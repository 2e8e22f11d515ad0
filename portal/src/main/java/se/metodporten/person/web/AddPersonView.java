package se.metodporten.person.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.person.NewPerson;
import se.metodporten.person.People;

/** {@code person/add.xhtml}: someone who is not in the directory. */
@Named
@ViewScoped
public class AddPersonView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long NOWHERE = 0L;

    @Inject
    private People people;

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    private final String token = UUID.randomUUID().toString();

    private String unit = "";
    private String givenName = "";
    private String familyName = "";
    private String email = "";
    private String title = "";

    private transient @Nullable List<PlaceName> units;

    public String add() {
        long id = people.add(new NewPerson(
                token, givenName, familyName, email, title, Objects.requireNonNullElse(UrlState.id(unit), NOWHERE)));
        Told.onNextPage(texts.of("person.add.done", givenName, familyName));
        return "/person/person.xhtml?faces-redirect=true&id=" + id;
    }

    /** The units to which the reader may add. */
    public List<PlaceName> getUnits() {
        if (units == null) {
            units = places.unitsFor(Action.ADD_PERSON);
        }
        return units;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit == null ? "" : unit;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
