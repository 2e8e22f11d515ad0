package se.metodporten.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.access.Proof;
import se.metodporten.access.TrialAccounts;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.person.People;
import se.metodporten.role.RoleBook;

class AgreementIT extends InPortal {

    private static final String PASSWORD = "hemligt nog för ett prov";

    @Inject
    private Agreements agreements;

    @Inject
    private Appointments appointments;

    @Inject
    private Standings standings;

    @Inject
    private RoleBook roles;

    @Inject
    private TrialAccounts trialAccounts;

    @Inject
    private Accounts accounts;

    @Inject
    private Facts facts;

    @Inject
    private People people;

    @Inject
    private InTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    private long unit;
    private long manager;
    private long nurse;
    private long appointment;
    private long agreement;

    @BeforeEach
    void a_nurse_who_is_appointed() {
        unit = scenario.unit("hallefors");
        manager = withPassword(scenario.manager(unit));
        nurse = withPassword(scenario.employee(unit));
        appointment = appoint(manager, nurse, scenario.today());
        agreement = agreementOf(appointment);
    }

    @Test
    void who_is_appointed_is_offered_the_text_of_the_role_and_place() {
        AgreementView offered = as.person(nurse, () -> agreements.read(agreement));

        assertThat(offered.text())
                .contains(offered.personName(), offered.placeName(), offered.roleName())
                .contains(scenario.today().toString())
                .contains("Som metodhandledare är du enhetens kontakt i frågor om ViSam.");
        assertThat(offered.textHash()).isEqualTo(Agreement.hashOf(offered.text()));
        assertThat(offered.inForce()).isFalse();
        assertThat(offered.signatures()).isEmpty();
        assertThat(offered.mySide()).isEqualTo(Side.APPOINTEE);
        AgreementView ofManager = as.person(manager, () -> agreements.read(agreement));
        assertThat(ofManager.text()).isEqualTo(offered.text());
        assertThat(ofManager.mySide()).isEqualTo(Side.MANAGER);
        assertThat(mailsWith(agreement, nurse)).isEqualTo(1);
    }

    @Test
    void one_appointment_is_offered_one_agreement() {
        transaction.run(() -> facts.append(NewFact.appointed(nurse, appointment, scenario.today())));

        assertThat(count("agreement where appointment_id = :id", appointment)).isEqualTo(1);
    }

    @Test
    void an_appointment_that_is_rolled_back_leaves_no_agreement() {
        assertThatThrownBy(() -> appoint(manager, nurse, scenario.today())).isInstanceOf(DomainException.class);

        assertThat(count("agreement g join appointment a on a.id = g.appointment_id where a.person_id = :id", nurse))
                .isEqualTo(1);
    }

    @Test
    void it_is_in_force_when_both_have_signed_the_appointee_first() {
        sign(nurse);
        assertThat(factsInForce()).isZero();
        assertThat(read(nurse).waitsForMe()).isFalse();
        assertThat(read(manager).waitsForMe()).isTrue();

        sign(manager);

        assertInForceFrom(scenario.today());
        assertThat(read(nurse).signatures())
                .extracting(AgreementView.Signed::side)
                .containsExactly(Side.APPOINTEE, Side.MANAGER);
    }

    @Test
    void it_is_in_force_when_both_have_signed_the_manager_first() {
        sign(manager);
        assertThat(factsInForce()).isZero();

        sign(nurse);

        assertInForceFrom(scenario.today());
        assertThat(mailsWith(agreement, manager)).isEqualTo(1);
    }

    @Test
    void an_agreement_on_what_begins_later_is_in_force_from_then() {
        LocalDate start = scenario.today().plusDays(20);
        long later = withPassword(scenario.employee(unit));
        appointment = appoint(manager, later, start);
        agreement = agreementOf(appointment);

        sign(manager);
        sign(later);

        assertInForceFrom(start);
    }

    @Test
    void standing_follows_from_the_second_signature() {
        LocalDate today = scenario.today();
        transaction.run(() -> facts.append(List.of(
                NewFact.courseCompleted(nurse, "visam-grunderna", 1, null, today),
                NewFact.courseCompleted(nurse, "it-stod", 1, null, today),
                NewFact.sessionAttended(nurse, "introduction-meeting", 1, null, today))));
        sign(manager);
        assertThat(standing()).isEqualTo(Standing.NOMINATED);

        sign(nurse);

        assertThat(standing()).isEqualTo(Standing.CERTIFIED);
    }

    @Test
    void a_wrong_password_is_refused_beside_its_field_and_counted() {
        String hash = read(nurse).textHash();

        for (int tries = 1; tries <= 2; tries++) {
            assertThatThrownBy(() -> as.person(
                            nurse, () -> agreements.sign(agreement, hash, accounts.prove("något annat".toCharArray()))))
                    .asInstanceOf(type(DomainException.class))
                    .returns("password", DomainException::field);
            assertThat(failures(nurse)).isEqualTo(tries);
        }

        assertThat(read(nurse).signatures()).isEmpty();
        sign(nurse);
        assertThat(failures(nurse)).isZero();
    }

    @Test
    void what_someone_else_has_proved_signs_nothing() {
        String hash = read(nurse).textHash();
        Proof managers = as.person(manager, () -> accounts.prove(PASSWORD.toCharArray()));

        denied(nurse, () -> {
            agreements.sign(agreement, hash, managers);
            return null;
        });
        assertThat(read(nurse).signatures()).isEmpty();
    }

    @Test
    void one_without_an_account_cannot_sign() {
        long other = scenario.manager(unit);
        String hash = read(other).textHash();

        refused(
                "access.refused.password",
                () -> as.person(other, () -> agreements.sign(agreement, hash, accounts.prove(PASSWORD.toCharArray()))));
    }

    @Test
    void signing_the_same_side_again_changes_nothing() {
        sign(nurse);
        List<AgreementView.Signed> signed = read(nurse).signatures();

        sign(nurse);

        assertThat(read(nurse).signatures()).isEqualTo(signed);
        sign(manager);
        sign(manager);
        sign(nurse);
        assertThat(factsInForce()).isEqualTo(1);
        assertThat(count("audit_event where action = 'SIGN' and subject = concat('agreement:', :id)", agreement))
                .isEqualTo(2);
    }

    @Test
    void a_second_manager_is_told_that_the_first_has_signed() {
        long second = withPassword(scenario.manager(unit));
        sign(manager);

        refused("agreement.refused.signedAlready", () -> sign(second));
    }

    @Test
    void a_text_that_is_not_the_one_shown_is_not_signed() {
        refused(
                "agreement.refused.otherText",
                () -> as.person(
                        nurse,
                        () -> agreements.sign(
                                agreement, Agreement.hashOf("en annan text"), accounts.prove(PASSWORD.toCharArray()))));

        assertThat(read(nurse).signatures()).isEmpty();
    }

    @Test
    void a_manager_who_is_appointed_signs_as_appointee_only() {
        long second = withPassword(scenario.manager(unit));
        appointment = appoint(manager, second, scenario.today());
        agreement = agreementOf(appointment);

        sign(second);
        sign(second);

        assertThat(read(second).signatures())
                .extracting(AgreementView.Signed::side)
                .containsExactly(Side.APPOINTEE);
        assertThat(factsInForce()).isZero();
        assertThat(waiting(second)).doesNotContain(agreement);
        assertThat(waiting(manager)).contains(agreement);
    }

    @Test
    void a_forwarded_link_opens_nothing() {
        String hash = read(nurse).textHash();
        List<Long> others = List.of(
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("norra")),
                scenario.official(Office.MAS, scenario.place("hallefors")),
                scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county()),
                scenario.employee(unit),
                scenario.person());

        for (long other : others) {
            withPassword(other);
            denied(other, () -> agreements.read(agreement));
            denied(other, () -> {
                agreements.sign(agreement, hash, accounts.prove(PASSWORD.toCharArray()));
                return null;
            });
            assertThat(as.person(other, () -> agreements.latestOf(appointment))).isEmpty();
            assertThat(waiting(other)).doesNotContain(agreement);
        }
        denied(manager, () -> agreements.read(987_654_321L));
        as.nobody(() -> {
            assertThatThrownBy(() -> agreements.read(agreement)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void it_waits_for_either_side_until_that_side_has_signed() {
        assertThat(waiting(nurse)).containsExactly(agreement);
        assertThat(waiting(manager)).containsExactly(agreement);

        sign(manager);
        assertThat(waiting(nurse)).containsExactly(agreement);
        assertThat(waiting(manager)).isEmpty();

        sign(nurse);
        assertThat(waiting(nurse)).isEmpty();
    }

    @Test
    void the_agreement_follows_a_person_who_is_merged() {
        long same = withPassword(scenario.employee(unit));
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
        sign(manager);

        as.person(administrator, () -> people.merge(nurse, same));

        assertThat(waiting(same)).containsExactly(agreement);
        sign(same);
        assertInForceFrom(scenario.today());
    }

    @Test
    void two_who_sign_at_once_bring_it_in_force_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        String hash = read(nurse).textHash();
        List<Future<Boolean>> both =
                List.of(signTogether(together, nurse, hash), signTogether(together, manager, hash));
        for (Future<Boolean> one : both) {
            one.get();
        }

        assertThat(read(nurse).signatures()).hasSize(2);
        assertInForceFrom(scenario.today());
    }

    private Future<Boolean> signTogether(CyclicBarrier together, long person, String hash) {
        return threads.submit(() -> {
            together.await();
            as.person(person, () -> agreements.sign(agreement, hash, accounts.prove(PASSWORD.toCharArray())));
            return true;
        });
    }

    private void sign(long person) {
        as.person(
                person,
                () -> agreements.sign(
                        agreement, agreements.read(agreement).textHash(), accounts.prove(PASSWORD.toCharArray())));
    }

    private AgreementView read(long person) {
        return as.person(person, () -> agreements.read(agreement));
    }

    private List<Long> waiting(long person) {
        return as.person(person, agreements::waitingForMe).stream()
                .map(WaitingAgreement::id)
                .toList();
    }

    private void assertInForceFrom(LocalDate day) {
        assertThat(read(manager).inForceFrom()).isEqualTo(day);
        List<LocalDate> days = database.query(handle -> handle.createQuery(
                        "select valid_from from fact where kind = 'AGREEMENT_IN_FORCE' and appointment_id = :id")
                .bind("id", appointment)
                .mapTo(LocalDate.class)
                .list());
        assertThat(days).containsExactly(day);
    }

    private int factsInForce() {
        return count("fact where kind = 'AGREEMENT_IN_FORCE' and appointment_id = :id", appointment);
    }

    private Standing standing() {
        return as.person(manager, () -> standings.card(appointment)).now().standing();
    }

    private int failures(long person) {
        return database.query(handle -> handle.createQuery("select failures from account where person_id = :person")
                .bind("person", person)
                .mapTo(int.class)
                .one());
    }

    private int mailsWith(long agreementId, long person) {
        return database.query(
                handle -> handle.createQuery("select count(*) from mail where person_id = :person and body like :link")
                        .bind("person", person)
                        .bind("link", "%/agreement/agreement.xhtml?id=" + agreementId + "%")
                        .mapTo(int.class)
                        .one());
    }

    private int count(String rows, long id) {
        return database.query(handle -> handle.createQuery("select count(*) from " + rows)
                .bind("id", id)
                .mapTo(int.class)
                .one());
    }

    private long withPassword(long person) {
        guard.asSystem("test", () -> {
            trialAccounts.open(Map.of(person, "signer" + person + "@example.se"), PASSWORD);
            return true;
        });
        return person;
    }

    private long appoint(long by, long person, LocalDate from) {
        NewAppointment asked = new NewAppointment(
                UUID.randomUUID().toString(),
                person,
                role("method-supervisor"),
                unit,
                Set.of(),
                from,
                Set.of("routines-and-time"),
                Set.of());
        return as.person(by, () -> appointments.appoint(asked));
    }

    private long agreementOf(long appointmentId) {
        return as.person(manager, () -> agreements.latestOf(appointmentId))
                .orElseThrow()
                .id();
    }

    private long role(String code) {
        return roles.roles().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void denied(long reader, Callable<?> question) {
        assertThatThrownBy(() -> as.person(reader, question)).isInstanceOf(AccessDenied.class);
    }

    private static void refused(String key, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(DomainException.class).hasMessage(key);
    }
}
