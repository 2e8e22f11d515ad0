package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import se.metodporten.certification.web.StandingView;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.desk.Candidates;
import se.metodporten.desk.Candidates.Candidate;
import se.metodporten.fact.FactRecord;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.role.Description;
import se.metodporten.role.OrganisationTerms;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.Roles;
import se.metodporten.role.Roles.RoleToday;
import se.metodporten.role.TermsOfOrganisations;

/** {@code appointment/appoint.xhtml}: first the place, then the role, then who and from when. */
@Named
@ViewScoped
public class AppointView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Among whom one chooses, as the URL says it. */
    static final String ALL = "all";

    private static final int MONTHS_AHEAD = 12;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Appointments appointments;

    @Inject
    private Candidates candidates;

    @Inject
    private Places places;

    @Inject
    private Roles roles;

    @Inject
    private TermsOfOrganisations terms;

    @Inject
    private StandingView standing;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private final String token = UUID.randomUUID().toString();

    private @Nullable Long unit;
    private @Nullable Long role;
    private @Nullable Long person;
    private String q = "";
    private String among = "";
    private String day = "";
    private String page = "";
    private @Nullable LocalDate from;
    private String[] attested = {};
    private String[] licences = {};
    private Long[] units = {};

    private transient AppointmentOffer.@Nullable Place place;
    private transient @Nullable RoleToday asked;
    private transient Candidates.@Nullable Found found;
    private transient @Nullable List<ServedUnit> otherUnits;
    private transient @Nullable Set<String> kinds;
    private transient @Nullable OrganisationTerms added;

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
        from = chosenDay();
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

    /** What the place's organisation adds to the role on the chosen day. */
    public OrganisationTerms getAdded() {
        if (added == null) {
            added = terms.at(Objects.requireNonNull(role), Objects.requireNonNull(unit), chosenDay());
        }
        return added;
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
            kinds = offer.kinds(Objects.requireNonNull(unit), chosenDay());
        }
        return kinds;
    }

    /** Those who work in the unit, or all of the reader's people. */
    public Candidates.Found getFound() {
        if (found == null) {
            found = candidates.find(
                    new Candidates.Question(
                            Objects.requireNonNull(role), Objects.requireNonNull(unit), chosenDay(), isEverywhere(), q),
                    Paging.page(UrlState.page(page)));
        }
        return found;
    }

    /** What is done already, with its day; of a course its version too. */
    public List<String> has(Candidate who) {
        return standing.outlook(who.outlook()).stream()
                .filter(StandingView.Step::done)
                .map(step -> has(who, step))
                .toList();
    }

    private String has(Candidate who, StandingView.Step step) {
        return who.outlook().facts().stream()
                .filter(fact -> step.code().equals(fact.code()))
                .max(Comparator.comparing(FactRecord::validFrom))
                .map(fact -> switch (fact.kind()) {
                    case COURSE_COMPLETED ->
                        texts.of(
                                "appointment.appoint.hasVersion",
                                step.title(),
                                Objects.requireNonNullElse(fact.number(), 1),
                                fact.validFrom());
                    case EVIDENCE_RECOGNISED ->
                        texts.of("appointment.appoint.hasEvidence", step.title(), fact.validFrom());
                    default -> texts.of("appointment.appoint.hasSince", step.title(), fact.validFrom());
                })
                .orElse(step.title());
    }

    /** What is left, and who does what about it. */
    public List<String> left(Candidate who) {
        return standing.outlook(who.outlook()).stream()
                .filter(step -> !step.done())
                .map(StandingView.Step::text)
                .toList();
    }

    /** The description in force on the chosen day; null when none applies yet. */
    public @Nullable Description getDescription() {
        RoleToday today = getAsked();
        if (today == null) {
            return null;
        }
        return today.comingDescriptions().stream()
                .filter(one -> !one.appliesFrom().isAfter(chosenDay()))
                .reduce((earlier, later) -> later)
                .orElse(today.description());
    }

    /** Those who can be chosen on this page. */
    public List<Choice> getPeople() {
        List<Choice> people = new ArrayList<>();
        for (Candidate one : getFound().page().rows()) {
            if (one.heldSince() == null) {
                people.add(new Choice(
                        Long.toString(one.personId()),
                        one.name() + ", " + one.work().title()));
            }
        }
        return people;
    }

    /** Nobody works in an organisation itself. */
    public boolean isEverywhere() {
        return among.equals(ALL) || getPlace().kind() == Role.HeldAt.ORGANISATION;
    }

    public List<Choice> getAmongs() {
        return List.of(new Choice(ALL, texts.get("appointment.appoint.amongAll")));
    }

    private LocalDate chosenDay() {
        return firstDay(day, CountyTime.today(clock));
    }

    /** As the URL says it, if an appointment may begin then; else today. */
    static LocalDate firstDay(String text, LocalDate today) {
        LocalDate typed = UrlState.day(text);
        return typed == null || typed.isBefore(CountyTime.FIRST_DAY) || typed.isAfter(today.plusMonths(MONTHS_AHEAD))
                ? today
                : typed;
    }

    /** As the filter shows it. */
    public String getDay() {
        return chosenDay().toString();
    }

    public void setDay(@Nullable String day) {
        this.day = day == null ? "" : day;
    }

    public String getAmong() {
        return among;
    }

    public void setAmong(@Nullable String among) {
        this.among = among == null ? "" : among;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page == null ? "" : page;
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
