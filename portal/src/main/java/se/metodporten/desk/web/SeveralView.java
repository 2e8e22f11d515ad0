package se.metodporten.desk.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Several;
import se.metodporten.appointment.SeveralAppointments;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.RefusalsOnPage;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.desk.Candidates;
import se.metodporten.desk.Candidates.Candidate;
import se.metodporten.desk.Effects;
import se.metodporten.desk.SeveralEffect;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.Roles;
import se.metodporten.role.Roles.RoleToday;

/** {@code appointment/several.xhtml}: rows of people and units for one role and first day, looked at and then saved whole. */
@Named
@ViewScoped
public class SeveralView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SeveralAppointments appointments;

    @Inject
    private Effects effects;

    @Inject
    private Candidates candidates;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Places places;

    @Inject
    private Roles roles;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private final String token = UUID.randomUUID().toString();
    private final ArrayList<SeveralRow> rows = new ArrayList<>();

    private @Nullable Long role;
    private String day = "";
    private @Nullable LocalDate from;
    private String q = "";
    private String sought = "";
    private @Nullable LocalDate soughtFrom;
    private Long[] people = {};
    private Long[] units = {};
    private @Nullable Several looked;
    private SeveralAppointments.@Nullable Seen seen;

    private transient @Nullable SeveralEffect effect;
    private transient @Nullable List<PlaceName> own;
    private transient Candidates.@Nullable Found found;
    private transient @Nullable RoleToday asked;

    public void load() {
        from = AppointView.firstDay(day, CountyTime.today(clock));
        soughtFrom = from;
    }

    /** Looks for other people to add; what is ticked among those who are gone from the list is forgotten. */
    public void seek() {
        sought = q;
        soughtFrom = from;
        found = null;
        people = new Long[0];
    }

    /** A row for each person and unit that are ticked and not there yet. */
    public void add() {
        if (people.length == 0) {
            throw DomainException.at("people", "appointment.refused.nobody");
        }
        if (units.length == 0) {
            throw DomainException.at("units", "appointment.refused.noUnit");
        }
        if (rows.size() + people.length * units.length > Several.MOST) {
            throw DomainException.at("people", "appointment.refused.tooMany", Several.MOST);
        }
        Map<Long, String> kinds = offer.kindOf(Arrays.asList(units), Objects.requireNonNull(from));
        for (long person : people) {
            for (long unit : units) {
                if (rows.stream().noneMatch(row -> row.isOf(person, unit))) {
                    rows.add(new SeveralRow(person, nameOf(person), unit, placeOf(unit), kinds.getOrDefault(unit, "")));
                }
            }
        }
        people = new Long[0];
        units = new Long[0];
    }

    private String nameOf(long person) {
        return getFound().page().rows().stream()
                .filter(one -> one.personId() == person)
                .map(Candidate::name)
                .findFirst()
                .orElseThrow();
    }

    private String placeOf(long unit) {
        return getOwn().stream()
                .filter(one -> one.id() == unit)
                .map(PlaceName::name)
                .findFirst()
                .orElseThrow();
    }

    public void remove(int position) {
        rows.remove(position);
    }

    /** Shows what would come of it; what is wrong stands beside its row. */
    public void look() {
        looked = null;
        Several several = several();
        SeveralEffect shown = effects.of(several);
        shown.faults()
                .forEach(fault -> RefusalsOnPage.tell(
                        FacesContext.getCurrentInstance(),
                        DomainException.at(
                                "row-" + fault.row(),
                                fault.refusal().key(),
                                fault.refusal().arguments())));
        if (shown.faults().isEmpty()) {
            seen = shown.seen();
            effect = shown;
            looked = several;
        }
    }

    /** @return where to go; null when what was looked at was something else */
    public @Nullable String save() {
        Several several = several();
        if (!several.equals(looked)) {
            look();
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.get("desk.effect.lookAgain")));
            return null;
        }
        looked = null;
        int made = appointments.appoint(several, Objects.requireNonNull(seen)).size();
        Told.onNextPage(texts.of("appointment.several.done", made));
        return "/certification/appointments.xhtml?faces-redirect=true&role=" + role;
    }

    private Several several() {
        return new Several(
                token,
                Objects.requireNonNull(role),
                Objects.requireNonNull(from),
                rows.stream().map(SeveralRow::asked).toList());
    }

    /** What would come of it; null before one has looked. */
    public @Nullable SeveralEffect getEffect() {
        return looked == null ? null : effect;
    }

    /** Whether there is an effect to look at, and so something to save. */
    public boolean isLooked() {
        return looked != null;
    }

    /** Those that are held at units; each is appointed to alone. */
    public List<Role> getRoles() {
        return roles.today().stream()
                .map(RoleToday::role)
                .filter(one -> one.heldAt() == Role.HeldAt.UNIT)
                .toList();
    }

    /** Null: none is chosen, or it is not held at units. */
    public @Nullable RoleToday getAsked() {
        if (asked == null && role != null) {
            asked = roles.today().stream()
                    .filter(one -> one.role().id() == role && one.role().heldAt() == Role.HeldAt.UNIT)
                    .findFirst()
                    .orElse(null);
        }
        return asked;
    }

    /** What can be vouched for in a row. */
    public List<Requirement> attestations(SeveralRow row) {
        return ofKind(Requirement.Kind.ATTESTATION, row);
    }

    public List<Requirement> licencesAsked(SeveralRow row) {
        return ofKind(Requirement.Kind.LICENCE, row);
    }

    private List<Requirement> ofKind(Requirement.Kind kind, SeveralRow row) {
        RoleToday today = getAsked();
        return today == null
                ? List.of()
                : today.version().ofKind(kind).stream()
                        .filter(one -> one.askedAt(Set.of(row.getUnitKind())))
                        .toList();
    }

    /** The units where the reader appoints. */
    public List<PlaceName> getOwn() {
        if (own == null) {
            own = places.unitsFor(Action.APPOINT);
        }
        return own;
    }

    /** The nearest to certified of the reader's people, were they appointed in the first of the units. */
    public Candidates.Found getFound() {
        if (found == null) {
            found = candidates.find(
                    new Candidates.Question(
                            Objects.requireNonNull(role),
                            getOwn().get(0).id(),
                            Objects.requireNonNull(soughtFrom),
                            true,
                            sought),
                    Paging.FIRST);
        }
        return found;
    }

    public List<Choice> getPeopleFound() {
        return getFound().page().rows().stream()
                .map(one -> new Choice(
                        Long.toString(one.personId()),
                        texts.of(
                                "appointment.several.person",
                                one.name(),
                                one.work().title(),
                                one.work().unit(),
                                one.outlook().now().stepsLeft())))
                .toList();
    }

    public List<SeveralRow> getRows() {
        return rows;
    }

    public @Nullable Long getRole() {
        return role;
    }

    public void setRole(@Nullable Long role) {
        this.role = role;
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day == null ? "" : day;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }

    public Long[] getPeople() {
        return people;
    }

    public void setPeople(Long[] people) {
        this.people = people;
    }

    public Long[] getUnits() {
        return units;
    }

    public void setUnits(Long[] units) {
        this.units = units;
    }
}
