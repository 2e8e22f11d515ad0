package se.metodporten.appointment.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.appointment.AppointmentCard.ServedUnit;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.person.People;
import se.metodporten.person.PersonRow;
import se.metodporten.person.PersonSearch;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.Roles;
import se.metodporten.role.Roles.RoleToday;

/** {@code appointment/appoint.xhtml}: first the place, then the role, then who and from when. */
@Named
@ViewScoped
public class AppointView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Appointments appointments;

    @Inject
    private Places places;

    @Inject
    private People people;

    @Inject
    private Roles roles;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private final String token = UUID.randomUUID().toString();

    private @Nullable Long unit;
    private @Nullable Long role;
    private @Nullable Long person;
    private String q = "";
    private @Nullable LocalDate from;
    private String[] attested = {};
    private String[] licences = {};
    private Long[] units = {};

    private transient AppointmentOffer.@Nullable Place place;
    private transient @Nullable RoleToday asked;
    private transient @Nullable Page<PersonRow> staff;
    private transient @Nullable List<ServedUnit> otherUnits;
    private transient @Nullable Set<String> kinds;

    /** Someone with one place only need not choose it; a role is asked about in a place only. */
    public void load() {
        role = unit == null ? null : role;
        List<PlaceName> own = unit == null ? getPlaces() : List.of();
        if (own.size() == 1) {
            unit = own.get(0).id();
        }
        if (unit != null && role == null && getPlace().roles().size() == 1) {
            role = getPlace().roles().get(0).id();
        }
    }

    /** @return the page of the new appointment, which says what happens next */
    public String appoint() {
        long id = appointments.appoint(new NewAppointment(
                token,
                Objects.requireNonNull(person),
                Objects.requireNonNull(role),
                Objects.requireNonNull(unit),
                Set.of(units),
                Objects.requireNonNull(from),
                Set.of(attested),
                Set.of(licences)));
        Told.onNextPage(texts.get("appointment.appoint.done"));
        return "/appointment/appointment.xhtml?faces-redirect=true&next=true&id=" + id;
    }

    /** The units where the reader appoints. */
    public List<PlaceName> getPlaces() {
        return places.unitsFor(Action.APPOINT);
    }

    public AppointmentOffer.Place getPlace() {
        if (place == null) {
            place = offer.place(Objects.requireNonNull(unit));
        }
        return place;
    }

    public List<Crumb> getTrail() {
        return unit == null
                ? List.of()
                : places.trail(unit).stream()
                        .map(step -> new Crumb(step.name(), null))
                        .toList();
    }

    /** The role with what it asks; of another kind of place than this one: not found. */
    public @Nullable RoleToday getAsked() {
        if (asked == null && role != null) {
            asked = roles.today().stream()
                    .filter(known -> known.role().id() == role)
                    .filter(known -> known.role().heldAt() == getPlace().kind())
                    .findFirst()
                    .orElse(null);
        }
        return asked;
    }

    public List<Requirement> getAttestations() {
        return ofKind(Requirement.Kind.ATTESTATION);
    }

    public List<Requirement> getLicencesAsked() {
        return ofKind(Requirement.Kind.LICENCE);
    }

    /** Those that are asked at a unit that can be served; where only some are, the page says which. */
    private List<Requirement> ofKind(Requirement.Kind kind) {
        RoleToday today = getAsked();
        return today == null
                ? List.of()
                : today.version().ofKind(kind).stream()
                        .filter(one -> one.onlyAt().isEmpty() || one.askedAt(kinds()))
                        .toList();
    }

    private Set<String> kinds() {
        if (kinds == null) {
            kinds = offer.kinds(Objects.requireNonNull(unit), CountyTime.today(clock));
        }
        return kinds;
    }

    /** Those who work in the unit, or among all of the reader's people for a whole organisation. */
    public Page<PersonRow> getStaff() {
        if (staff == null) {
            Long within = getPlace().kind() == Role.HeldAt.UNIT ? unit : null;
            staff = people.find(new PersonSearch(q, within, PersonSearch.Sort.FAMILY_NAME, false), Paging.FIRST);
        }
        return staff;
    }

    public List<ServedUnit> getOtherUnits() {
        if (otherUnits == null) {
            otherUnits = offer.otherUnits(Objects.requireNonNull(unit));
        }
        return otherUnits;
    }

    public @Nullable Long getUnit() {
        return unit;
    }

    public void setUnit(@Nullable Long unit) {
        this.unit = unit;
    }

    public @Nullable Long getRole() {
        return role;
    }

    public void setRole(@Nullable Long role) {
        this.role = role;
    }

    public @Nullable Long getPerson() {
        return person;
    }

    public void setPerson(@Nullable Long person) {
        this.person = person;
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public String[] getAttested() {
        return attested;
    }

    public void setAttested(String[] attested) {
        this.attested = attested;
    }

    public String[] getLicences() {
        return licences;
    }

    public void setLicences(String[] licences) {
        this.licences = licences;
    }

    public Long[] getUnits() {
        return units;
    }

    public void setUnits(Long[] units) {
        this.units = units;
    }
}
