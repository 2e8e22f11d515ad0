package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.harness.InPortal;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitDetails;
import se.metodporten.role.Requirement;

/** What a role asks only at some kinds of unit follows the units that the appointment serves, and what they are. */
class AskedAtSomeUnitsIT extends InPortal {

    private static final String ASKED_AT = "psychiatric-ward";
    private static final String OTHER = "health-centre";
    private static final String ORGANISATION = "region-orebro-lan";

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private Appointments appointments;

    @Inject
    private Deeds deeds;

    @Inject
    private Projections projections;

    @Inject
    private Standings standings;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    private long role;
    private long held;
    private long person;
    private long manager;

    @BeforeEach
    void someone_who_is_certified_where_the_law_is_not_asked() {
        role = trialRoles.askingTheLawAt(scenario.unique("lag"), ASKED_AT);
        held = scenario.unit(ORGANISATION, OTHER, "norra");
        person = scenario.employee(held);
        manager = scenario.manager(held);
    }

    @Test
    void it_is_asked_where_the_unit_is_of_that_kind_and_not_elsewhere() {
        long ward = scenario.unit(ORGANISATION, ASKED_AT, "norra");
        long inWard = appointed(scenario.employee(ward), ward, scenario.manager(ward));
        long elsewhere = appointed(person, held, manager);

        assertThat(standing(inWard, today())).isEqualTo(Standing.NOMINATED);
        assertThat(standing(elsewhere, today())).isEqualTo(Standing.CERTIFIED);
        assertThat(asked(inWard)).containsExactly("knows", "law");
        assertThat(asked(elsewhere)).containsExactly("knows");
        noDifference();
    }

    @Test
    void a_unit_that_becomes_of_that_kind_asks_it_from_that_day() {
        long appointment = appointed(person, held, manager);
        LocalDate day = today().plusDays(40);
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());

        as.person(administrator, () -> places.change(held, details(ASKED_AT), day));

        assertThat(standing(appointment, day.minusDays(1))).isEqualTo(Standing.CERTIFIED);
        assertThat(standing(appointment, day)).isEqualTo(Standing.LAPSED);
        noDifference();
    }

    @Test
    void one_more_unit_of_that_kind_is_enough() {
        long ward = scenario.unit(ORGANISATION, ASKED_AT, "norra");
        scenario.grant(manager, Office.MANAGER, ward);
        long appointment = appointed(person, held, manager);

        serves(appointment, ward);
        assertThat(standing(appointment, today())).isNotEqualTo(Standing.CERTIFIED);
        noDifference();

        serves(appointment);
        assertThat(standing(appointment, today())).isEqualTo(Standing.CERTIFIED);
        noDifference();
    }

    @Test
    void a_transfer_is_previewed_as_it_then_becomes() {
        long ward = scenario.unit(ORGANISATION, ASKED_AT, "norra");
        scenario.grant(manager, Office.MANAGER, ward);
        long appointment = appointed(person, held, manager);
        LocalDate day = today().plusDays(10);
        Deed move = new Deed.Transfer(ward, day, UUID.randomUUID().toString());

        Plan plan = as.person(manager, () -> deeds.plan(appointment, move));
        Projections.Projected previewed = projections.ifDone(plan).get(0);
        as.person(manager, () -> deeds.carryOut(appointment, move, deeds.seen(appointment)));

        assertThat(previewed.after().standingOn(day)).contains(Standing.LAPSED);
        assertThat(dossiers.ofRole(role, 0, 1).get(0).storedTimeline()).isEqualTo(previewed.after());
        noDifference();
    }

    private long appointed(long who, long unit, long by) {
        return as.person(
                by,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(),
                        who,
                        role,
                        unit,
                        Set.of(),
                        today().minusDays(30),
                        Set.of("knows"),
                        Set.of())));
    }

    private Standing standing(long appointment, LocalDate day) {
        return as.person(
                appointee(appointment),
                () -> standings
                        .on(appointment, day, clock.instant())
                        .orElseThrow()
                        .standing());
    }

    private List<String> asked(long appointment) {
        return as.person(
                appointee(appointment),
                () -> standings.card(appointment).requirements().stream()
                        .map(Requirement::code)
                        .toList());
    }

    private long appointee(long appointment) {
        return database.query(handle -> handle.createQuery("select person_id from appointment where id = :id")
                .bind("id", appointment)
                .mapTo(long.class)
                .one());
    }

    /** As it was previewed. */
    private void serves(long appointment, Long... units) {
        Deed serve = new Deed.Serve(new TreeSet<>(List.of(units)));
        Plan plan = as.person(manager, () -> deeds.plan(appointment, serve));
        Projections.Projected previewed = projections.ifDone(plan).get(0);
        as.person(manager, () -> deeds.carryOut(appointment, serve, plan.seen()));

        assertThat(dossiers.ofRole(role, 0, 1).get(0).storedTimeline()).isEqualTo(previewed.after());
    }

    private UnitDetails details(String kind) {
        return database.query(handle -> handle.createQuery("""
                        select v.name, k.id unit_kind_id, v.organisation_id, v.district_id from place_version v
                        join unit_kind k on k.code = :kind
                        where v.place_id = :place and v.known_until = :stillKnown""")
                .bind("kind", kind)
                .bind("place", held)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map((row, context) -> new UnitDetails(
                        row.getString("name"),
                        row.getLong("unit_kind_id"),
                        row.getLong("organisation_id"),
                        row.getObject("district_id", Long.class)))
                .one());
    }

    /** What is stored is what follows from facts and rules. */
    private void noDifference() {
        RuleBook rules = dossiers.rules();
        assertThat(dossiers.ofRole(role, 0, 100))
                .isNotEmpty()
                .allSatisfy(dossier -> assertThat(dossier.storedTimeline()).isEqualTo(dossier.timeline(rules)));
    }

    private LocalDate today() {
        return scenario.today();
    }
}
