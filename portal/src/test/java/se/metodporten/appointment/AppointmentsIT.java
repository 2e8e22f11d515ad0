package se.metodporten.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.person.People;
import se.metodporten.role.RoleBook;

class AppointmentsIT extends InPortal {

    private static final Set<String> ROUTINES = Set.of("routines-and-time");

    @Inject
    private Appointments appointments;

    @Inject
    private Deeds deeds;

    @Inject
    private AppointmentCards cards;

    @Inject
    private Standings standings;

    @Inject
    private RoleBook roles;

    @Inject
    private People people;

    @Inject
    private Rebuild rebuild;

    @Resource
    private ManagedExecutorService threads;

    private long unit;
    private long manager;
    private long nurse;

    @BeforeEach
    void a_unit_with_a_manager_and_a_nurse() {
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
    }

    @Test
    void a_manager_appoints_and_attests_in_one_step() {
        long id = appoint(supervisor(nurse, scenario.today(), ROUTINES));

        AppointmentCard card = as.person(nurse, () -> cards.card(id));
        assertThat(card.units()).extracting(AppointmentCard.ServedUnit::id).containsExactly(unit);
        assertThat(card.ending()).isFalse();
        StandingCard standing = as.person(nurse, () -> standings.card(id));
        assertThat(standing.now().standing()).isEqualTo(Standing.NOMINATED);
        assertThat(standing.steps())
                .filteredOn(StandingCard.Step::left)
                .extracting(step -> step.requirement().code())
                .containsExactly("visam-grunderna", "it-stod", "introduction-meeting", "agreement");
    }

    @Test
    void the_appointee_is_told_by_mail() {
        long id = appoint(supervisor(nurse, scenario.today(), ROUTINES));

        List<String> bodies =
                database.query(handle -> handle.createQuery("select body from mail where person_id = :nurse")
                        .bind("nurse", nurse)
                        .mapTo(String.class)
                        .list());
        assertThat(bodies)
                .anySatisfy(body ->
                        assertThat(body).contains("metodhandledare", "/appointment/appointment.xhtml?id=" + id));
    }

    @Test
    void who_has_no_account_is_invited() {
        appoint(supervisor(nurse, scenario.today(), ROUTINES));

        int invitations = database.query(handle ->
                handle.createQuery("""
                        select count(*) from account_token t join account a on a.id = t.account_id
                        where a.person_id = :nurse and t.purpose = 'INVITATION'""").bind("nurse", nurse).mapTo(int.class).one());
        assertThat(invitations).isEqualTo(1);
    }

    @Test
    void the_same_form_sent_twice_appoints_once() {
        NewAppointment form = supervisor(nurse, scenario.today(), ROUTINES);

        assertThat(appoint(form)).isEqualTo(appoint(form));
    }

    @Test
    void the_same_form_sent_twice_at_once_appoints_once() throws Exception {
        NewAppointment form = supervisor(nurse, scenario.today(), ROUTINES);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Long> send = () -> {
            together.await();
            return appoint(form);
        };

        Future<Long> first = threads.submit(send);
        Future<Long> second = threads.submit(send);

        assertThat(first.get()).isEqualTo(second.get());
    }

    @Test
    void two_appointments_of_the_same_person_role_and_place_do_not_overlap() {
        LocalDate start = scenario.today().minusYears(1);
        long first = appoint(supervisor(nurse, start, ROUTINES));

        refused("appointment.refused.overlap", () -> appoint(supervisor(nurse, scenario.today(), ROUTINES)));
        refused("appointment.refused.overlap", () -> appoint(supervisor(nurse, start.minusYears(1), ROUTINES)));

        LocalDate last = scenario.today().minusDays(1);
        as.person(manager, () -> end(first, last));
        refused("appointment.refused.overlap", () -> appoint(supervisor(nurse, last, ROUTINES)));
        assertThat(appoint(supervisor(nurse, last.plusDays(1), ROUTINES))).isNotEqualTo(first);
    }

    @Test
    void nobody_appoints_attests_or_ends_for_themselves() {
        long second = scenario.manager(unit);
        refused("appointment.refused.self", () -> appoint(supervisor(manager, scenario.today(), ROUTINES)));

        long own = as.person(second, () -> appointments.appoint(supervisor(manager, scenario.today(), Set.of())));

        refused(
                "appointment.refused.self",
                () -> as.person(manager, () -> appointments.attest(own, "routines-and-time")));
        refused("appointment.refused.self", () -> as.person(manager, () -> end(own, scenario.today())));
        assertThat(as.person(manager, () -> cards.mayChange(cards.card(own)))).isFalse();
    }

    @Test
    void who_works_elsewhere_cannot_be_appointed() {
        long elsewhere = scenario.employee(scenario.unit("hallefors"));

        refused("appointment.refused.notStaff", () -> appoint(supervisor(elsewhere, scenario.today(), ROUTINES)));
        refused("fact.refused.unknownPerson", () -> appoint(supervisor(987_654_321L, scenario.today(), ROUTINES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0001-01-01", "+10000-01-01", "9999-12-31"})
    void a_first_day_outside_the_limits_is_refused(String day) {
        refused("appointment.refused.day", () -> appoint(supervisor(nurse, LocalDate.parse(day), ROUTINES)));
    }

    @Test
    void a_first_day_before_the_unit_existed_is_refused() {
        refused(
                "appointment.refused.noPlace.UNIT",
                () -> appoint(supervisor(nurse, LocalDate.of(2019, 12, 31), ROUTINES)));
    }

    @Test
    void a_role_of_an_organisation_is_not_held_at_a_unit() {
        NewAppointment form = new NewAppointment(
                token(), nurse, role("local-process-leader"), unit, Set.of(), scenario.today(), Set.of(), Set.of());

        refused("appointment.refused.noPlace.ORGANISATION", () -> appoint(form));
    }

    @Test
    void an_instructor_serves_more_units_of_the_same_organisation_only() {
        long sameMunicipality = scenario.unit("hallefors");
        long otherMunicipality = scenario.unit("nora");
        long neighbour = scenario.unit("hallefors");
        scenario.grant(manager, Office.MANAGER, sameMunicipality);
        scenario.grant(manager, Office.MANAGER, otherMunicipality);

        refused("appointment.refused.otherOrganisation", () -> appoint(instructor(Set.of(otherMunicipality))));
        assertThatThrownBy(() -> appoint(instructor(Set.of(neighbour)))).isInstanceOf(AccessDenied.class);
        long id = appoint(instructor(Set.of(sameMunicipality)));

        assertThat(as.person(nurse, () -> cards.card(id)).units())
                .extracting(AppointmentCard.ServedUnit::id)
                .containsExactlyInAnyOrder(unit, sameMunicipality);
        assertThat(openSteps(id)).doesNotContain("nurse").contains("instructor-training");
    }

    @Test
    void a_neighbour_gets_nothing_by_id() {
        long id = appoint(supervisor(nurse, scenario.today(), ROUTINES));
        List<Long> others = List.of(
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("sodra")),
                scenario.employee(unit),
                scenario.official(Office.MAS, scenario.place("hallefors")));

        for (long other : others) {
            denied(other, () -> cards.card(id));
            denied(other, () -> standings.card(id));
            denied(other, () -> standings.timeline(id, java.time.Instant.EPOCH));
            denied(other, () -> {
                appointments.attest(id, "routines-and-time");
                return null;
            });
            denied(other, () -> {
                deeds.carryOut(id, new Deed.End(scenario.today()), new Plan.Seen(0, 0));
                return null;
            });
            denied(other, () -> {
                deeds.carryOut(id, new Deed.Serve(new TreeSet<>()), new Plan.Seen(0, 0));
                return null;
            });
            denied(other, () -> appointments.appoint(supervisor(nurse, scenario.today(), ROUTINES)));
        }
        denied(manager, () -> cards.card(987_654_321L));
        as.nobody(() -> {
            assertThatThrownBy(() -> cards.card(id)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void the_districts_coordinator_sees_but_does_not_appoint() {
        long id = appoint(supervisor(nurse, scenario.today(), ROUTINES));
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));

        assertThat(as.person(coordinator, () -> cards.card(id)).personName()).isNotNull();
        denied(
                coordinator,
                () -> appointments.appoint(supervisor(scenario.employee(unit), scenario.today(), ROUTINES)));
    }

    @Test
    void one_with_protected_identity_is_seen_by_the_own_manager_only() {
        long hidden = scenario.protectedEmployee(unit);
        long id = appoint(supervisor(hidden, scenario.today(), ROUTINES));
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));

        assertThat(as.person(manager, () -> cards.card(id)).personName()).isNotNull();
        assertThat(as.person(hidden, () -> cards.card(id)).personName()).isNotNull();
        denied(coordinator, () -> cards.card(id));
    }

    @Test
    void of_two_managers_who_save_the_second_is_told() {
        long id = appoint(supervisor(nurse, scenario.today().minusDays(10), ROUTINES));
        long second = scenario.manager(unit);
        Plan.Seen seenByBoth = as.person(manager, () -> deeds.seen(id));

        as.person(manager, () -> deeds.carryOut(id, new Deed.End(scenario.today()), seenByBoth));

        refused(
                "common.refused.changedMeanwhile",
                () -> as.person(
                        second,
                        () -> deeds.carryOut(id, new Deed.End(scenario.today().plusDays(5)), seenByBoth)));
        refused(
                "common.refused.changedMeanwhile",
                () -> as.person(second, () -> deeds.carryOut(id, new Deed.Serve(new TreeSet<>()), seenByBoth)));
    }

    @Test
    void an_end_can_be_moved_and_the_earlier_one_stays_known() {
        long id = appoint(supervisor(nurse, scenario.today().minusDays(10), ROUTINES));
        LocalDate today = scenario.today();
        as.person(manager, () -> end(id, today));
        assertThat(standingOn(id, today.plusDays(1))).isEqualTo(Standing.ENDED);

        as.person(manager, () -> end(id, today.plusDays(7)));

        assertThat(standingOn(id, today.plusDays(7))).isEqualTo(Standing.NOMINATED);
        assertThat(standingOn(id, today.plusDays(8))).isEqualTo(Standing.ENDED);
        refused("appointment.refused.endsBeforeItBegins", () -> as.person(manager, () -> end(id, today.minusDays(11))));
        refused("appointment.refused.tooFarAhead", () -> as.person(manager, () -> end(id, CountyTime.END_OF_DAYS)));
    }

    @Test
    void an_attestation_given_later_counts_once() {
        long id = appoint(supervisor(nurse, scenario.today(), Set.of()));
        assertThat(openSteps(id)).contains("routines-and-time");

        as.person(manager, () -> appointments.attest(id, "routines-and-time"));
        as.person(manager, () -> appointments.attest(id, "routines-and-time"));

        assertThat(openSteps(id)).doesNotContain("routines-and-time");
        assertThat(factsOf("ATTESTED", nurse)).isEqualTo(1);
        refused("appointment.refused.notAsked", () -> as.person(manager, () -> appointments.attest(id, "something")));
    }

    @Test
    void a_licence_seen_by_the_manager_counts_once() {
        long id = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        token(), nurse, role("instructor"), unit, Set.of(), scenario.today(), Set.of(), Set.of())));
        assertThat(openSteps(id)).contains("nurse");

        refused(
                "appointment.refused.licenceDay",
                () -> as.person(
                        manager,
                        () -> appointments.recordLicence(
                                id, "nurse", scenario.today().plusDays(1))));
        as.person(manager, () -> appointments.recordLicence(id, "nurse", LocalDate.of(2015, 6, 1)));
        as.person(manager, () -> appointments.recordLicence(id, "nurse", LocalDate.of(2016, 6, 1)));

        assertThat(openSteps(id)).doesNotContain("nurse");
        assertThat(factsOf("LICENCE_GIVEN", nurse)).isEqualTo(1);
    }

    @Test
    void a_manager_without_units_appoints_nowhere() {
        long without = scenario.employee(unit);

        denied(without, () -> appointments.appoint(supervisor(nurse, scenario.today(), ROUTINES)));
        assertThat(as.person(without, () -> cards.mine())).isEmpty();
    }

    @Test
    void appointments_follow_a_person_who_is_merged() {
        long id = appoint(supervisor(nurse, scenario.today(), ROUTINES));
        long same = scenario.employee(unit);
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());

        as.person(administrator, () -> people.merge(nurse, same));

        assertThat(as.person(same, () -> cards.mine()))
                .extracting(AppointmentCard::id)
                .containsExactly(id);
        assertThat(as.person(same, () -> standings.card(id)).now().standing()).isEqualTo(Standing.NOMINATED);
        assertThat(guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}))
                        .noDifferences())
                .isTrue();
    }

    private NewAppointment supervisor(long person, LocalDate from, Set<String> attested) {
        return new NewAppointment(token(), person, role("method-supervisor"), unit, Set.of(), from, attested, Set.of());
    }

    private NewAppointment instructor(Set<Long> units) {
        return new NewAppointment(
                token(), nurse, role("instructor"), unit, units, scenario.today(), Set.of(), Set.of("nurse"));
    }

    private long appoint(NewAppointment asked) {
        return as.person(manager, () -> appointments.appoint(asked));
    }

    private void end(long id, LocalDate lastDay) {
        deeds.carryOut(id, new Deed.End(lastDay), deeds.seen(id));
    }

    private long version(long id) {
        return as.person(manager, () -> cards.card(id)).version();
    }

    private List<String> openSteps(long id) {
        return as.person(manager, () -> standings.card(id)).steps().stream()
                .filter(StandingCard.Step::left)
                .map(step -> step.requirement().code())
                .toList();
    }

    private Standing standingOn(long id, LocalDate day) {
        return as.person(manager, () -> standings.card(id))
                .timeline()
                .standingOn(day)
                .orElseThrow();
    }

    private int factsOf(String kind, long person) {
        return database.query(
                handle -> handle.createQuery("select count(*) from fact where kind = :kind and person_id = :person")
                        .bind("kind", kind)
                        .bind("person", person)
                        .mapTo(int.class)
                        .one());
    }

    private long role(String code) {
        return roles.roles().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private void denied(long reader, Callable<?> question) {
        assertThatThrownBy(() -> as.person(reader, question)).isInstanceOf(AccessDenied.class);
    }

    private static void refused(String key, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(DomainException.class).hasMessage(key);
    }
}
