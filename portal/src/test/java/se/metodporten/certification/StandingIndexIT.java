package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;

class StandingIndexIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Inject
    private Facts facts;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Rebuild rebuild;

    @Inject
    private Clock clock;

    @Inject
    private InTransaction transaction;

    @Inject
    private AppointmentRows rows;

    @Resource
    private ManagedExecutorService threads;

    @Test
    void standing_follows_in_the_transaction_of_the_fact() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);

        transaction.run(() -> {
            facts.append(NewFact.appointed(person, appointment, START));
            assertThat(standing(appointment, START, clock.instant())).isEqualTo(Standing.NOMINATED);
        });
        certify(person, appointment, START.plusDays(9));

        assertThat(standing(appointment, START.plusDays(8), clock.instant())).isEqualTo(Standing.NOMINATED);
        assertThat(standing(appointment, START.plusDays(9), clock.instant())).isEqualTo(Standing.CERTIFIED);
        assertThat(standing(appointment, CountyTime.END_OF_DAYS, clock.instant()))
                .isEqualTo(Standing.CERTIFIED);
    }

    @Test
    void a_fact_rolled_back_takes_its_standing_with_it() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);

        transaction.rollBack(() -> facts.append(NewFact.appointed(person, appointment, START)));

        assertThat(rowsOf(appointment)).isZero();
    }

    @Test
    void what_was_known_on_an_earlier_day_is_what_was_shown_then() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);
        LocalDate certified = START.plusDays(20);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
        Instant beforeFacts = clock.instant();
        long course = certify(person, appointment, certified);
        Instant beforeCorrection = clock.instant();

        transaction.run(
                () -> facts.append(NewFact.courseCompleted(person, "visam-grunderna", 1, null, certified.plusMonths(1))
                        .correcting(course)));

        assertThat(standing(appointment, certified, beforeFacts)).isEqualTo(Standing.NOMINATED);
        assertThat(standing(appointment, certified, beforeCorrection)).isEqualTo(Standing.CERTIFIED);
        assertThat(standing(appointment, certified, clock.instant())).isEqualTo(Standing.NOMINATED);
        assertThat(standing(appointment, certified.plusMonths(1), clock.instant()))
                .isEqualTo(Standing.CERTIFIED);
    }

    @Test
    void a_withdrawn_fact_never_was() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
        long course = certify(person, appointment, START);

        transaction.run(() -> facts.withdraw(course, "fel person"));

        assertThat(standing(appointment, START.plusYears(1), clock.instant())).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void a_fact_that_changes_nothing_writes_nothing() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
        int before = rowsOf(appointment);

        transaction.run(() -> facts.append(NewFact.sessionAttended(person, "unit-refresher", 1, null, START)));

        assertThat(rowsOf(appointment)).isEqualTo(before);
    }

    @Test
    void facts_of_one_appointment_do_not_count_for_another() {
        long person = rows.person();
        long one = rows.appointment(person, "method-supervisor", START);
        long other = rows.appointment(person, "method-supervisor", START);
        transaction.run(() ->
                facts.append(List.of(NewFact.appointed(person, one, START), NewFact.appointed(person, other, START))));

        certify(person, one, START.plusDays(1));

        assertThat(standing(one, START.plusDays(1), clock.instant())).isEqualTo(Standing.CERTIFIED);
        assertThat(standing(other, START.plusDays(1), clock.instant())).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void leave_from_another_employment_pauses_nothing() {
        long person = rows.person();
        long employment = rows.employment(person);
        long elsewhere = rows.employment(person);
        long appointment = rows.appointment(person, "method-supervisor", START, employment);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));

        transaction.run(() -> facts.append(NewFact.leave(person, elsewhere, START, null)));
        assertThat(standing(appointment, START, clock.instant())).isEqualTo(Standing.NOMINATED);

        transaction.run(() -> facts.append(NewFact.leave(person, employment, START, START.plusDays(3))));
        assertThat(standing(appointment, START.plusDays(3), clock.instant())).isEqualTo(Standing.PAUSED);
        assertThat(standing(appointment, START.plusDays(4), clock.instant())).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void facts_of_a_merged_person_count() {
        long person = rows.person();
        long merged = rows.personMergedInto(person);
        long appointment = rows.appointment(merged, "method-supervisor", START);

        transaction.run(() -> facts.append(NewFact.appointed(merged, appointment, START)));

        assertThat(standing(appointment, START, clock.instant())).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void two_facts_at_once_on_one_person_both_count() throws Exception {
        List<Future<?>> done = new ArrayList<>();
        List<Long> appointments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long person = rows.person();
            long appointment = rows.appointment(person, "method-supervisor", START);
            appointments.add(appointment);
            transaction.run(() -> facts.append(List.of(
                    NewFact.appointed(person, appointment, START),
                    NewFact.attested(person, appointment, "routines-and-time", START),
                    NewFact.courseCompleted(person, "it-stod", 1, null, START),
                    NewFact.agreementInForce(person, appointment, 1, 1, START, null))));
            CyclicBarrier together = new CyclicBarrier(2);
            done.add(threads.submit(() ->
                    appendTogether(together, NewFact.courseCompleted(person, "visam-grunderna", 1, null, START))));
            done.add(threads.submit(() ->
                    appendTogether(together, NewFact.sessionAttended(person, "introduction-meeting", 1, null, START))));
        }
        for (Future<?> one : done) {
            one.get();
        }

        assertThat(appointments)
                .allSatisfy(appointment -> assertThat(standing(appointment, START, clock.instant()))
                        .isEqualTo(Standing.CERTIFIED));
        assertThat(differencesOf(appointments)).isZero();
    }

    @Test
    void a_fact_takes_as_many_statements_for_twenty_appointments_as_for_one() {
        assertThat(statementsOfAFact(20)).isEqualTo(statementsOfAFact(1)).isLessThan(20);
    }

    private int statementsOfAFact(int number) {
        long person = rows.person();
        for (int i = 0; i < number; i++) {
            long appointment = rows.appointment(person, "instructor", START);
            transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
        }
        return transaction.answer(() -> {
            int before = statements();
            facts.append(NewFact.licenceGiven(person, "nurse", START));
            return statements() - before;
        });
    }

    private int statements() {
        return database.query(handle -> handle.createQuery("show session status like 'Questions'")
                .map((row, context) -> row.getInt(2))
                .one());
    }

    @Test
    void a_rebuild_fills_what_was_loaded_in_bulk_with_its_history_and_then_finds_no_difference() {
        long person = rows.person();
        long followed = rows.appointment(person, "method-supervisor", START);
        transaction.run(() -> facts.append(NewFact.appointed(person, followed, START)));
        long course = certify(person, followed, START.plusDays(5));
        transaction.run(() -> facts.withdraw(course, "fel person"));
        List<String> shown = known(followed);
        database.execute(handle -> handle.execute("delete from standing_period where appointment_id = ?", followed));

        Rebuild.Result first = guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}));
        Rebuild.Result second = guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}));

        assertThat(first.filled()).isPositive();
        assertThat(known(followed)).isEqualTo(shown);
        assertThat(second.noDifferences()).isTrue();
        assertThat(second.appointments()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_rebuild_puts_right_what_differs() {
        long person = rows.person();
        long appointment = rows.appointment(person, "method-supervisor", START);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
        database.execute(handle -> handle.execute(
                "update standing_period set standing = 'CERTIFIED' where appointment_id = ?", appointment));

        Rebuild.Result result = guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}));

        assertThat(result.differing()).isPositive();
        assertThat(standing(appointment, START, clock.instant())).isEqualTo(Standing.NOMINATED);
    }

    private void appendTogether(CyclicBarrier together, NewFact fact) {
        transaction.run(() -> {
            together.await();
            facts.append(fact);
        });
    }

    /** Course, meeting, attestation and agreement, all on one day; gives back the fact of the course. */
    private long certify(long person, long appointment, LocalDate day) {
        return transaction.answer(() -> facts.append(List.of(
                        NewFact.courseCompleted(person, "visam-grunderna", 1, null, day),
                        NewFact.courseCompleted(person, "it-stod", 1, null, day),
                        NewFact.sessionAttended(person, "introduction-meeting", 1, null, day),
                        NewFact.attested(person, appointment, "routines-and-time", day),
                        NewFact.agreementInForce(person, appointment, appointment, 1, day, null)))
                .get(0));
    }

    private Standing standing(long appointment, LocalDate day, Instant knownAt) {
        return database.query(handle -> handle.createQuery("""
                        select standing from standing_period
                        where appointment_id = :appointment and :day between valid_from and valid_through
                          and known_from <= :knownAt and :knownAt < known_until""")
                .bind("appointment", appointment)
                .bind("day", day)
                .bind("knownAt", knownAt)
                .mapTo(Standing.class)
                .one());
    }

    private int differencesOf(List<Long> appointments) {
        return (int) transaction
                .answer(() -> {
                    RuleBook rules = dossiers.rules();
                    return appointments.stream()
                            .flatMap(appointment -> dossiers.locked(appointment - 1, 1).stream())
                            .filter(dossier -> !dossier.stored().values().stream()
                                    .map(Dossier.StoredPeriod::said)
                                    .toList()
                                    .equals(List.copyOf(Said.by(dossier.timeline(rules)))))
                            .count();
                })
                .longValue();
    }

    private List<String> known(long appointment) {
        return database.query(handle -> handle.createQuery("""
                        select concat_ws('|', valid_from, valid_through, standing, due_day, reasons, known_from, known_until)
                        from standing_period where appointment_id = :appointment order by known_from, valid_from""")
                .bind("appointment", appointment)
                .mapTo(String.class)
                .list());
    }

    private int rowsOf(long appointment) {
        return known(appointment).size();
    }
}
