package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;

/** Leave pauses an appointment on the days on which it rests on that employment, whatever row the employment has. */
class LeaveIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate MOVED = LocalDate.of(2025, 6, 1);

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Inject
    private AppointmentRows rows;

    private long person;
    private long employment;
    private long appointment;

    @BeforeEach
    void an_appointment_that_rests_on_an_employment() {
        person = rows.person();
        employment = scenario.employment(person, scenario.unit("hallefors"), START, MOVED.minusDays(1));
        appointment = rows.appointment(person, "method-supervisor", START, employment);
        transaction.run(() -> facts.append(NewFact.appointed(person, appointment, START)));
    }

    @Test
    void an_employment_that_goes_on_in_another_unit_is_the_same() {
        long moved = sameEmployment(MOVED);

        append(NewFact.leave(person, moved, MOVED.plusDays(1), MOVED.plusDays(2)));
        append(NewFact.leave(person, employment, MOVED.plusDays(9), MOVED.plusDays(9)));

        stands(MOVED, Standing.NOMINATED);
        stands(MOVED.plusDays(1), Standing.PAUSED);
        stands(MOVED.plusDays(2), Standing.PAUSED);
        stands(MOVED.plusDays(3), Standing.NOMINATED);
        stands(MOVED.plusDays(9), Standing.PAUSED);
    }

    @Test
    void leave_counts_on_the_days_on_which_the_appointment_rests_on_the_employment() {
        long other = scenario.employment(person, scenario.unit("hallefors"), MOVED, CountyTime.END_OF_DAYS);
        restsFrom(MOVED, other);

        append(NewFact.leave(person, employment, MOVED.minusDays(2), MOVED.plusDays(5)));
        append(NewFact.leave(person, other, MOVED.minusDays(9), MOVED));

        stands(MOVED.minusDays(9), Standing.NOMINATED);
        stands(MOVED.minusDays(3), Standing.NOMINATED);
        stands(MOVED.minusDays(2), Standing.PAUSED);
        stands(MOVED.minusDays(1), Standing.PAUSED);
        stands(MOVED, Standing.PAUSED);
        stands(MOVED.plusDays(1), Standing.NOMINATED);
    }

    @Test
    void leave_counts_in_both_of_two_stays_on_one_employment() {
        long other = scenario.employment(person, scenario.unit("hallefors"), MOVED, CountyTime.END_OF_DAYS);
        restsFrom(MOVED, other);
        restsFrom(MOVED.plusDays(10), employment);

        append(NewFact.leave(person, employment, MOVED.minusDays(1), MOVED.plusDays(12)));

        stands(MOVED.minusDays(1), Standing.PAUSED);
        stands(MOVED, Standing.NOMINATED);
        stands(MOVED.plusDays(9), Standing.NOMINATED);
        stands(MOVED.plusDays(10), Standing.PAUSED);
        stands(MOVED.plusDays(12), Standing.PAUSED);
        stands(MOVED.plusDays(13), Standing.NOMINATED);
    }

    @Test
    void leave_corrected_to_days_that_do_not_concern_the_appointment_no_longer_pauses_it() {
        long other = scenario.employment(person, scenario.unit("hallefors"), MOVED, CountyTime.END_OF_DAYS);
        restsFrom(MOVED, other);
        long leave = transaction.answer(
                () -> facts.append(NewFact.leave(person, employment, MOVED.minusDays(2), MOVED.minusDays(1))));
        stands(MOVED.minusDays(1), Standing.PAUSED);

        append(NewFact.leave(person, employment, MOVED, MOVED.plusDays(3)).correcting(leave));

        stands(MOVED.minusDays(1), Standing.NOMINATED);
        stands(MOVED, Standing.NOMINATED);
    }

    private void append(NewFact fact) {
        transaction.run(() -> facts.append(List.of(fact)));
    }

    /** The directory moved the person: the row is closed and another begun under the same HSA-id. */
    private long sameEmployment(LocalDate from) {
        long next = scenario.employment(person, scenario.unit("hallefors"), from, CountyTime.END_OF_DAYS);
        database.execute(handle -> handle.execute("""
                update employment e join employment earlier on earlier.id = ? set e.hsa_id = earlier.hsa_id where e.id = ?""", employment, next));
        return next;
    }

    private void restsFrom(LocalDate day, long next) {
        database.execute(handle -> {
            handle.execute("""
                    insert into appointment_employment (appointment_id, employment_id, valid_from, valid_through, recorded_at,
                                                        recorded_by)
                    select a.id, a.employment_id, coalesce((select max(n.valid_through) + interval 1 day
                      from appointment_employment n where n.appointment_id = a.id), a.valid_from), ?, now(6), 'system:test'
                    from appointment a where a.id = ?""", day.minusDays(1), appointment);
            handle.execute("update appointment set employment_id = ? where id = ?", next, appointment);
        });
    }

    private void stands(LocalDate day, Standing standing) {
        Standing stored = database.query(handle -> handle.createQuery("""
                        select standing from standing_period
                        where appointment_id = :appointment and :day between valid_from and valid_through
                          and known_until = :stillKnown""")
                .bind("appointment", appointment)
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(Standing.class)
                .one());
        assertThat(stored).as("on " + day).isEqualTo(standing);
    }
}
