package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.metodporten.coverage.CoveredCounty.LEADER;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.common.DomainException;
import se.metodporten.communication.MessageKind;
import se.metodporten.communication.Said;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;

/** The coordinator asks a manager to appoint, the manager answers, both see it until the place is covered. */
class AppointmentRequestsIT extends InPortal {

    @Inject
    private AppointmentRequests requests;

    @Inject
    private Appointments appointments;

    @Inject
    private CoveredCounty county;

    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    private String provider;
    private long unit;
    private long manager;
    private long coordinator;

    @BeforeEach
    void aVacantUnitWithItsManager() {
        provider = scenario.organisation("norra");
        unit = scenario.unit(provider);
        manager = scenario.manager(unit);
        coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
    }

    @Test
    void the_manager_gets_one_mail_about_all_own_units_with_two_answers_for_each() {
        long second = scenario.unit(provider);
        scenario.grant(manager, Office.MANAGER, second);
        long others = scenario.unit(provider);
        long otherManager = scenario.manager(others);

        AppointmentRequests.Asked asked =
                as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(unit, second, others), "Före jul?"));

        assertThat(asked).isEqualTo(new AppointmentRequests.Asked(3, 2));
        Mailbox.Received mail = mailbox(manager).await(1).get(0);
        assertThat(mail.subject()).contains("2 av dina enheter saknar metodhandledare");
        assertThat(mail.body())
                .contains("> Före jul?")
                .contains("/appointment/appoint.xhtml?unit=" + unit + "&role=")
                .contains("/coverage/place.xhtml?id=" + unit + "&role=method-supervisor&answer=later")
                .contains("/appointment/appoint.xhtml?unit=" + second + "&role=")
                .doesNotContain("unit=" + others);
        assertThat(mailbox(otherManager).await(1).get(0).subject()).contains("Din enhet saknar metodhandledare");
    }

    @Test
    void it_waits_for_the_manager_until_answered_and_the_coordinator_hears_why_not() {
        ask();
        assertThat(waiting(manager)).containsExactly(unit);
        assertThat(kind(coordinator)).isEqualTo(RequestState.Kind.ASKED);

        as.person(manager, () -> requests.decline(SUPERVISOR, unit, "Vi rekryterar, hör av dig i mars."));

        assertThat(waiting(manager)).isEmpty();
        assertThat(kind(coordinator)).isEqualTo(RequestState.Kind.DECLINED);
        assertThat(mailbox(coordinator).await(1).get(0))
                .matches(mail -> mail.subject().startsWith("Inte nu: metodhandledare"))
                .matches(mail -> mail.body().contains("> Vi rekryterar, hör av dig i mars."));
        assertThat(said(manager))
                .extracting(Said::kind, Said::mine)
                .containsExactly(tuple(MessageKind.ASKED, false), tuple(MessageKind.DECLINED, true));
        assertThat(said(coordinator)).extracting(Said::mine).containsExactly(true, false);
    }

    @Test
    void either_side_writes_more_and_the_other_is_told_and_asking_again_reminds() {
        ask();
        as.person(manager, () -> requests.decline(SUPERVISOR, unit, "Inte än."));
        mailbox(manager).await(1);

        as.person(coordinator, () -> requests.say(SUPERVISOR, unit, "När passar det?"));
        assertThat(mailbox(manager).await(2).get(1).body()).contains("> När passar det?");
        assertThat(waiting(manager)).as("a message alone is no new question").isEmpty();

        as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(unit), "Nu är det mars."));
        assertThat(waiting(manager)).containsExactly(unit);
        assertThat(kind(coordinator)).isEqualTo(RequestState.Kind.ASKED);
    }

    @Test
    void somebody_appointed_shows_and_when_the_place_is_covered_nothing_waits_and_the_next_question_begins_anew() {
        ask();
        long nurse = scenario.employee(unit);
        long role = roleId();
        long appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        scenario.unique("form"), nurse, role, unit, Set.of(), scenario.today(), Set.of(), Set.of())));
        assertThat(kind(coordinator)).isEqualTo(RequestState.Kind.APPOINTED);

        List<Long> facts = county.certify(nurse, SUPERVISOR, appointment, scenario.today());
        assertThat(waiting(manager)).as("covered").isEmpty();
        int settled = guard.asSystem("test", requests::settleCovered);
        assertThat(settled).isPositive();
        assertThat(as.<Map<Long, RequestState>>person(coordinator, () -> requests.states(SUPERVISOR, List.of(unit))))
                .isEmpty();
        assertThat(said(manager)).isEmpty();

        county.withdraw(facts.get(0));
        assertThat(said(manager)).as("the old conversation does not come back").isEmpty();
        ask();
        assertThat(said(manager)).hasSize(1);
    }

    @Test
    void a_form_sent_twice_asks_once() {
        ask();
        AppointmentRequests.Asked again =
                as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(unit), "Kan du utse någon?"));

        assertThat(again.places()).isZero();
        assertThat(said(coordinator)).hasSize(1);
        assertThat(mailbox(manager).await(1)).hasSize(1);
    }

    @Test
    void covered_places_and_places_without_a_manager_are_passed_over_and_nobody_to_ask_is_said() {
        long covered = scenario.unit(provider);
        scenario.manager(covered);
        county.certified(scenario.employee(covered), SUPERVISOR, covered, START, START);
        long unmanaged = scenario.unit(provider);

        assertThat(as.<AppointmentRequests.Asked>person(
                        coordinator, () -> requests.ask(SUPERVISOR, List.of(unit, covered, unmanaged), "")))
                .isEqualTo(new AppointmentRequests.Asked(1, 1));
        assertThatThrownBy(() ->
                        as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(covered, unmanaged), "")))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void a_unit_without_a_manager_of_its_own_is_asked_about_at_the_organisations() {
        long head = scenario.official(Office.MANAGER, scenario.place(provider));
        long unmanaged = scenario.unit(provider);

        as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(unmanaged), ""));

        assertThat(waiting(head)).contains(unmanaged);
        mailbox(head).await(1);
    }

    @Test
    void a_municipality_without_its_leader_is_asked_about_like_a_unit() {
        long place = scenario.place(provider);
        county.need(LEADER, place, 1, START);
        long head = scenario.official(Office.MANAGER, place);

        as.person(coordinator, () -> requests.ask(LEADER, List.of(place), ""));

        assertThat(as.<List<WaitingRequest>>person(head, requests::waitingForMe))
                .extracting(WaitingRequest::placeId, WaitingRequest::role)
                .containsExactly(tuple(place, LEADER));
    }

    @Test
    void only_the_districts_coordinator_asks_and_only_the_units_manager_answers() {
        long southern = scenario.official(Office.COORDINATOR, scenario.place("sodra"));
        long neighbour = scenario.manager(scenario.unit(provider));
        long mas = scenario.official(Office.MAS, scenario.place(provider));
        ask();

        for (long stranger : List.of(southern, neighbour, mas, manager)) {
            assertThatThrownBy(() -> as.person(stranger, () -> requests.ask(SUPERVISOR, List.of(unit), "")))
                    .isInstanceOf(AccessDenied.class);
        }
        for (long stranger : List.of(southern, neighbour, mas, coordinator)) {
            assertThatThrownBy(() -> as.person(stranger, () -> requests.decline(SUPERVISOR, unit, "nej")))
                    .isInstanceOf(AccessDenied.class);
        }
        for (long stranger : List.of(southern, neighbour, mas)) {
            assertThatThrownBy(() -> as.person(stranger, () -> requests.say(SUPERVISOR, unit, "hej")))
                    .isInstanceOf(AccessDenied.class);
            assertThat(said(stranger)).isEmpty();
            assertThat(as.<Map<Long, RequestState>>person(stranger, () -> requests.states(SUPERVISOR, List.of(unit))))
                    .isEmpty();
            assertThat(waiting(stranger)).doesNotContain(unit);
        }
    }

    @Test
    void an_answer_without_words_or_where_nobody_asked_is_refused() {
        assertThatThrownBy(() -> as.person(manager, () -> requests.decline(SUPERVISOR, unit, "Nej")))
                .isInstanceOf(DomainException.class);
        ask();
        assertThatThrownBy(() -> as.person(manager, () -> requests.decline(SUPERVISOR, unit, "  ")))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.field()).isEqualTo("text"));
        assertThatThrownBy(() -> as.person(manager, () -> requests.decline(SUPERVISOR, unit, "x".repeat(1001))))
                .isInstanceOf(DomainException.class);
    }

    private void ask() {
        as.person(coordinator, () -> requests.ask(SUPERVISOR, List.of(unit), "Kan du utse någon?"));
    }

    private List<Long> waiting(long reader) {
        return as.<List<WaitingRequest>>person(reader, requests::waitingForMe).stream()
                .map(WaitingRequest::placeId)
                .toList();
    }

    private List<Said> said(long reader) {
        return as.person(reader, () -> requests.said(SUPERVISOR, unit));
    }

    private RequestState.Kind kind(long reader) {
        return as.<Map<Long, RequestState>>person(reader, () -> requests.states(SUPERVISOR, List.of(unit)))
                .get(unit)
                .kind();
    }

    private long roleId() {
        return database.query(handle -> handle.createQuery("select id from role where code = :code")
                .bind("code", SUPERVISOR)
                .mapTo(long.class)
                .one());
    }

    private Mailbox mailbox(long person) {
        return Mailbox.of(database.query(handle -> handle.createQuery("select email from person where id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .one()));
    }
}
