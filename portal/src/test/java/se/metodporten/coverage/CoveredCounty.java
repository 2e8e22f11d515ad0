package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InTransaction;

/** Appointments that serve units, certified by facts, for tests of coverage. */
@ApplicationScoped
public class CoveredCounty {

    public static final String SUPERVISOR = "method-supervisor";
    public static final String INSTRUCTOR = "instructor";
    static final String LEADER = "local-process-leader";

    @Inject
    private Database database;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Inject
    private Clock clock;

    /** Someone appointed, not certified. */
    public long appointed(long person, String role, long unit, LocalDate from) {
        long appointment = database.query(handle -> handle.createUpdate("""
                        insert into appointment (person_id, role_id, place_id, valid_from, appointed_at)
                        select :person, r.id, :unit, :from, :from from role r where r.code = :role""")
                .bind("person", person)
                .bind("role", role)
                .bind("unit", unit)
                .bind("from", from)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        if (!role.equals(LEADER)) {
            serves(appointment, unit, from);
        }
        append(List.of(NewFact.appointed(person, appointment, from)));
        return appointment;
    }

    public long certified(long person, String role, long unit, LocalDate from, LocalDate certified) {
        long appointment = appointed(person, role, unit, from);
        certify(person, role, appointment, certified);
        return appointment;
    }

    public void serves(long appointment, long unit, LocalDate from) {
        database.execute(handle -> handle.createUpdate("""
                        insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                        values (:appointment, :unit, :from, '2020-01-01', 'system:test')""")
                .bind("appointment", appointment)
                .bind("unit", unit)
                .bind("from", from)
                .execute());
    }

    /** All that the role asks, on one day. */
    public List<Long> certify(long person, String role, long appointment, LocalDate day) {
        return append(asked(person, role, appointment, day));
    }

    /** All that the role asks but one kind of training. */
    public void certifyExcept(String training, long person, String role, long appointment, LocalDate day) {
        append(asked(person, role, appointment, day).stream()
                .filter(fact -> !training.equals(fact.code()))
                .toList());
    }

    private static List<NewFact> asked(long person, String role, long appointment, LocalDate day) {
        NewFact agreement = NewFact.agreementInForce(person, appointment, appointment, 1, day, null);
        return role.equals(INSTRUCTOR)
                ? List.of(
                        NewFact.licenceGiven(person, "nurse", day),
                        NewFact.sessionAttended(person, "instructor-training", 1, null, day),
                        NewFact.sessionAttended(person, "instructor-training", 2, null, day),
                        agreement)
                : List.of(
                        NewFact.courseCompleted(person, "visam-grunderna", 1, null, day),
                        NewFact.courseCompleted(person, "it-stod", 1, null, day),
                        NewFact.sessionAttended(person, "introduction-meeting", 1, null, day),
                        NewFact.attested(person, appointment, "routines-and-time", day),
                        agreement);
    }

    public void end(long person, long appointment, LocalDate lastDay) {
        database.execute(handle ->
                handle.execute("update appointment set valid_through = ? where id = ?", lastDay, appointment));
        append(List.of(NewFact.appointmentEnded(person, appointment, lastDay)));
    }

    public void withdraw(long fact) {
        transaction.run(() -> facts.withdraw(fact, "fel person"));
    }

    /** An exception for one place. */
    public void need(String role, long unit, int number, LocalDate from) {
        database.execute(handle -> handle.createUpdate("""
                        insert into need (role_id, place_id, number, reason, valid_from, known_from, recorded_by)
                        select id, :unit, :number, 'test', :from, '2020-01-01', 'system:test' from role where code = :role""")
                .bind("role", role)
                .bind("unit", unit)
                .bind("number", number)
                .bind("from", from)
                .execute());
    }

    /** The same person as that one, known twice. */
    public long mergedInto(@Nullable Long person) {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, merged_into, created_at, created_by)
                        values ('Dubbel', 'Person', :person, :now, 'system:test')""")
                .bind("person", person)
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    public LocalDate today() {
        return CountyTime.today(clock);
    }

    public List<Long> append(List<NewFact> more) {
        return transaction.answer(() -> facts.append(more));
    }
}
