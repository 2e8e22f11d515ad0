package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.coverage.PlaceChange;
import se.metodporten.coverage.UnitFilter;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;
import se.metodporten.role.RoleBook;

/** What a manager does with an appointment: what is shown before is what is so afterwards. */
class DeedsIT extends InPortal {

    private static final String INSTRUCTOR = CoveredCounty.INSTRUCTOR;

    @Inject
    private Appointments appointments;

    @Inject
    private AppointmentCards cards;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Deeds deeds;

    @Inject
    private Effects effects;

    @Inject
    private Standings standings;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private RoleBook roles;

    @Inject
    private Rebuild rebuild;

    @Inject
    private Clock clock;

    private long unit;
    private long other;
    private long manager;
    private long nurse;
    private long appointment;
    private LocalDate today;

    /** Certified since 20 months ago, so that a refresher is due in four. */
    @BeforeEach
    void an_instructor_and_a_manager_of_two_units() {
        today = scenario.today();
        unit = scenario.unit("hallefors");
        other = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        scenario.grant(manager, Office.MANAGER, other);
        nurse = scenario.employee(unit);
        county.need(INSTRUCTOR, unit, 1, Scenario.FIRST_DAY);
        county.need(INSTRUCTOR, other, 1, Scenario.FIRST_DAY);
        appointment = appoint(nurse, unit, today.minusMonths(22));
        county.certify(nurse, INSTRUCTOR, appointment, today.minusMonths(20));
    }

    @Test
    void a_pause_shows_what_becomes_of_it() {
        does(new Deed.Pause(today.minusDays(3), today.plusMonths(6), "Annat uppdrag"));
    }

    @Test
    void a_pause_without_a_known_end_and_the_return_from_it() {
        does(new Deed.Pause(today.plusDays(10), null, "Annat uppdrag"));
        assertThat(standingOn(today.plusYears(3))).isEqualTo(Standing.PAUSED);

        does(new Deed.Return(today.plusDays(20)));
        assertThat(standingOn(today.plusDays(19))).isEqualTo(Standing.PAUSED);
        assertThat(standingOn(today.plusDays(20))).isEqualTo(Standing.REFRESHER_DUE);
    }

    @Test
    void a_return_on_the_first_day_takes_the_pause_back() {
        var before = timeline(appointment);
        does(new Deed.Pause(today, null, "Annat uppdrag"));

        does(new Deed.Return(today));

        assertThat(timeline(appointment)).isEqualTo(before);
    }

    @Test
    void leave_pauses_all_that_rests_on_the_employment() {
        long supervisor = appointAs(nurse, "method-supervisor", other, today.minusMonths(2));

        Effect effect = does(new Deed.Leave(today.plusDays(1), today.plusDays(30)));

        assertThat(effect.appointments()).extracting(Effect.Line::id).contains(appointment, supervisor);
        assertThat(standing(supervisor, today.plusDays(30))).isEqualTo(Standing.PAUSED);
        does(new Deed.Return(today.plusDays(15)));
        assertThat(standing(supervisor, today.plusDays(15))).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void the_end_shows_what_is_lost_and_can_be_moved() {
        Effect effect = does(new Deed.End(today.plusDays(5)));

        assertThat(effect.changedPlaces().get(0).change().differing())
                .extracting(PlaceChange.Span::from, PlaceChange.Span::before, PlaceChange.Span::after)
                .contains(tuple(today.plusDays(6), CoverageState.COVERED, CoverageState.VACANT));
        does(new Deed.End(today.plusDays(50)));
    }

    @Test
    void a_transfer_moves_the_cover_from_the_one_unit_to_the_other() {
        does(new Deed.Transfer(other, today.plusDays(7), token()));

        AppointmentCard card = as.person(manager, () -> cards.card(appointment));
        assertThat(card.placeId()).isEqualTo(other);
        assertThat(state(unit, today.plusDays(6))).isEqualTo(CoverageState.COVERED);
        assertThat(state(unit, today.plusDays(7))).isEqualTo(CoverageState.VACANT);
        assertThat(state(other, today.plusDays(6))).isEqualTo(CoverageState.VACANT);
        assertThat(state(other, today.plusDays(7))).isEqualTo(CoverageState.COVERED);
    }

    @Test
    void one_more_unit_served_is_covered_and_can_be_left_again() {
        Effect effect = does(new Deed.Serve(new TreeSet<>(Set.of(other))));
        assertThat(effect.changedPlaces())
                .extracting(place -> place.change().placeId())
                .containsExactly(other);
        assertThat(state(other, today)).isEqualTo(CoverageState.COVERED);
        assertThat(state(unit, today)).isEqualTo(CoverageState.COVERED);

        does(new Deed.Serve(new TreeSet<>()));
        assertThat(state(other, today)).isEqualTo(CoverageState.VACANT);
        refused(
                "units",
                "appointment.refused.otherOrganisation",
                new Deed.Serve(new TreeSet<>(Set.of(manages(scenario.unit("nora"))))));
        assertThatThrownBy(() -> as.person(
                        manager,
                        () -> deeds.plan(
                                appointment, new Deed.Serve(new TreeSet<>(Set.of(scenario.unit("hallefors")))))))
                .isInstanceOf(AccessDenied.class);
    }

    private long manages(long place) {
        scenario.grant(manager, Office.MANAGER, place);
        return place;
    }

    @Test
    void after_a_transfer_it_rests_on_the_employment_there() {
        scenario.employment(nurse, other, today, CountyTime.END_OF_DAYS);
        does(new Deed.Leave(today.plusDays(20), today.plusDays(40)));

        does(new Deed.Transfer(other, today.plusDays(30), token()));

        assertThat(standingOn(today.plusDays(29))).isEqualTo(Standing.PAUSED);
        assertThat(standingOn(today.plusDays(30))).isEqualTo(Standing.REFRESHER_DUE);
        does(new Deed.Leave(today.plusDays(50), null));
        assertThat(standingOn(today.plusDays(50))).isEqualTo(Standing.PAUSED);
    }

    @Test
    void in_another_organisation_another_appointment_begins() {
        long elsewhere = scenario.unit("nora");
        county.need(INSTRUCTOR, elsewhere, 1, Scenario.FIRST_DAY);
        scenario.grant(manager, Office.MANAGER, elsewhere);
        scenario.employment(nurse, elsewhere, today, CountyTime.END_OF_DAYS);

        Effect effect = does(new Deed.Transfer(elsewhere, today.plusDays(3), token()));

        assertThat(effect.appointments()).extracting(Effect.Line::id).contains(Plan.NOT_YET);
        assertThat(standingOn(today.plusDays(3))).isEqualTo(Standing.ENDED);
        long next = as.person(manager, () -> cards.ofPerson(nurse)).stream()
                .map(AppointmentCard::id)
                .filter(id -> id != appointment)
                .findFirst()
                .orElseThrow();
        // Rule 11: the person's licence and training count, the agreement does not.
        assertThat(standing(next, today.plusDays(3))).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field() {
        refused("from", "appointment.refused.outside", new Deed.Pause(today.minusMonths(23), null, "Skäl"));
        refused("through", "appointment.refused.order", new Deed.Pause(today, today.minusDays(1), "Skäl"));
        refused("reason", "appointment.refused.noReason", new Deed.Pause(today, null, " "));
        refused("firstDay", "appointment.refused.noBreak", new Deed.Return(today));
        refused("place", "appointment.refused.samePlace", new Deed.Transfer(unit, today, token()));
        refused("lastDay", "appointment.refused.endsBeforeItBegins", new Deed.End(today.minusMonths(23)));
        refused("lastDay", "appointment.refused.tooFarAhead", new Deed.End(today.plusMonths(13)));
        refused(
                "place",
                "appointment.refused.othersOrganisation",
                new Deed.Transfer(scenario.unit("nora"), today, token()));
        refused(
                "place",
                "appointment.refused.notTheirUnit",
                new Deed.Transfer(scenario.unit("hallefors"), today, token()));
        does(new Deed.Pause(today, today.plusDays(9), "Skäl"));
        refused("from", "appointment.refused.breakAlready", new Deed.Pause(today.plusDays(9), null, "Skäl"));
        refused("firstDay", "appointment.refused.noBreak", new Deed.Return(today.plusDays(10)));
        does(new Deed.Pause(today.plusDays(10), null, "Skäl"));
        refused("from", "appointment.refused.breakOpen", new Deed.Pause(today.plusDays(11), null, "Skäl"));
    }

    @Test
    void to_a_unit_that_someone_else_manages_only_where_the_person_works() {
        long others = scenario.unit("hallefors");
        long theirs = scenario.official(Office.MANAGER, others);
        scenario.employment(nurse, others, today, CountyTime.END_OF_DAYS);

        assertThat(as.person(manager, () -> offer.targets(appointment)))
                .extracting(AppointmentOffer.Target::id)
                .containsExactlyInAnyOrder(other, others);
        as.person(manager, () -> deeds.carryOut(appointment, new Deed.Transfer(others, today, token()), seen()));

        assertThatThrownBy(() -> as.person(manager, () -> deeds.seen(appointment)))
                .isInstanceOf(AccessDenied.class);
        assertThat(as.person(theirs, () -> cards.card(appointment)).placeId()).isEqualTo(others);
        String told = database.query(handle -> handle.createQuery("select body from mail where person_id = :manager")
                .bind("manager", theirs)
                .mapTo(String.class)
                .one());
        assertThat(told).contains("/appointment/appointment.xhtml?id=" + appointment);
    }

    @Test
    void a_neighbour_gets_nothing() {
        long neighbour = scenario.manager(scenario.unit("hallefors"));
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        Deed deed = new Deed.Pause(today, null, "Skäl");

        for (long reader : List.of(neighbour, coordinator, nurse)) {
            assertThatThrownBy(() -> as.person(reader, () -> effects.of(appointment, deed)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> deeds.carryOut(appointment, deed, new Plan.Seen(0, 0))))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> offer.targets(appointment)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(standingOn(today)).isEqualTo(Standing.REFRESHER_DUE);
    }

    @Test
    void a_manager_does_nothing_with_the_own_appointment() {
        scenario.employment(manager, unit, today.minusYears(3), CountyTime.END_OF_DAYS);
        long second = scenario.manager(unit);
        long own = as.person(second, () -> appointments.appoint(asked(manager, INSTRUCTOR, unit, today)));

        assertThatThrownBy(() -> as.person(manager, () -> effects.of(own, new Deed.End(today))))
                .isInstanceOf(DomainException.class)
                .hasMessage("appointment.refused.self");
    }

    @Test
    void what_was_done_after_one_looked_is_told() {
        Deed deed = new Deed.Pause(today, null, "Skäl");
        Plan.Seen before =
                as.person(manager, () -> effects.of(appointment, deed)).plan().seen();
        as.person(manager, () -> deeds.carryOut(appointment, new Deed.End(today.plusDays(30)), before));

        assertThatThrownBy(() -> as.person(manager, () -> deeds.carryOut(appointment, deed, before)))
                .isInstanceOf(DomainException.class)
                .hasMessage("common.refused.changedMeanwhile");
    }

    /** Looks, does, and compares: each appointment shown and each place on each day. */
    private Effect does(Deed deed) {
        Effect effect = as.person(manager, () -> effects.of(appointment, deed));
        long goesOn = as.person(
                manager, () -> deeds.carryOut(appointment, deed, effect.plan().seen()));

        for (Effect.Line line : effect.appointments()) {
            long id = line.id() == Plan.NOT_YET ? goesOn : line.id();
            assertThat(timeline(id))
                    .as("appointment %s after %s", id, deed)
                    .isEqualTo(line.after().timeline().periods());
        }
        for (Effect.Place place : effect.places()) {
            for (PlaceChange.Span span : place.change().spans()) {
                for (LocalDate day : daysOf(span)) {
                    assertThat(state(place.change().role(), place.change().placeId(), day))
                            .as("%s on %s after %s", place.change().name(), day, deed)
                            .isEqualTo(span.after());
                }
            }
        }
        assertThat(guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}))
                        .noDifferences())
                .isTrue();
        return effect;
    }

    private static Set<LocalDate> daysOf(PlaceChange.Span span) {
        LocalDate last =
                span.through().equals(CountyTime.END_OF_DAYS) ? span.from().plusDays(400) : span.through();
        return new TreeSet<>(List.of(span.from(), last));
    }

    private CoverageState state(long place, LocalDate day) {
        return state(INSTRUCTOR, place, day);
    }

    private CoverageState state(String role, long place, LocalDate day) {
        return as.person(manager, () -> coverage.units(CoverageQuestion.of(role, day), UnitFilter.ALL.only(place)))
                .rows()
                .get(0)
                .state();
    }

    private List<StandingPeriod> timeline(long id) {
        return as.person(manager, () -> standings.timeline(id, clock.instant())).periods();
    }

    private Standing standingOn(LocalDate day) {
        return standing(appointment, day);
    }

    private Standing standing(long id, LocalDate day) {
        return timeline(id).stream()
                .filter(period -> period.contains(day))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private Plan.Seen seen() {
        return deeds.seen(appointment);
    }

    private void refused(String field, String key, Deed deed) {
        assertThatThrownBy(() -> as.person(manager, () -> effects.of(appointment, deed)))
                .as("%s", deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(List.of(String.valueOf(refusal.field()), refusal.key()))
                                .containsExactly(field, key));
    }

    private long appoint(long person, long place, LocalDate from) {
        return appointAs(person, INSTRUCTOR, place, from);
    }

    private long appointAs(long person, String role, long place, LocalDate from) {
        return as.person(manager, () -> appointments.appoint(asked(person, role, place, from)));
    }

    private NewAppointment asked(long person, String role, long place, LocalDate from) {
        long roleId = roles.roles().stream()
                .filter(one -> one.code().equals(role))
                .findFirst()
                .orElseThrow()
                .id();
        return new NewAppointment(token(), person, roleId, place, Set.of(), from, Set.of(), Set.of());
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
