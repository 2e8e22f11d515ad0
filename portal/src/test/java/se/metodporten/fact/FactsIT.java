package se.metodporten.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;

class FactsIT extends InPortal {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Test
    void facts_read_as_they_were_written_with_who_and_when() {
        long person = person(null);

        List<Long> ids = transaction.answer(() -> facts.append(List.of(
                NewFact.courseCompleted(person, "visam-grunderna", 2, 77L, DAY),
                NewFact.sessionAttended(person, "introduction-meeting", 1, 5L, DAY.plusDays(1)))));

        List<FactRecord> read = transaction.answer(() -> facts.of(person));
        assertThat(read).extracting(FactRecord::id).containsExactlyElementsOf(ids);
        assertThat(read.get(0).kind()).isEqualTo(FactKind.COURSE_COMPLETED);
        assertThat(read.get(0).number()).isEqualTo(2);
        assertThat(read.get(0).origin()).isEqualTo(77L);
        assertThat(read.get(0).validFrom()).isEqualTo(DAY);
        assertThat(read.get(0).validThrough()).isNull();
        assertThat(read.get(0).recordedBy()).isEqualTo("system:test");
        assertThat(read.get(1).recordedAt()).isEqualTo(read.get(0).recordedAt());
    }

    @Test
    void a_fact_can_be_corrected_once() {
        long person = person(null);
        long wrong = transaction.answer(() -> facts.append(NewFact.licenceGiven(person, "nurse", DAY)));
        transaction.answer(() -> facts.append(
                NewFact.licenceGiven(person, "nurse", DAY.minusYears(1)).correcting(wrong)));

        assertThatThrownBy(() -> transaction.answer(() -> facts.withdraw(wrong, "fel person")))
                .isInstanceOf(DomainException.class)
                .hasMessage("fact.refused.correctedMeanwhile");
    }

    @Test
    void another_persons_fact_cannot_be_corrected() {
        long person = person(null);
        long other = person(null);
        long fact = transaction.answer(() -> facts.append(NewFact.licenceGiven(person, "nurse", DAY)));

        assertThatThrownBy(() -> transaction.answer(() ->
                        facts.append(NewFact.licenceGiven(other, "nurse", DAY).correcting(fact))))
                .hasMessage("fact.refused.correctedMeanwhile");
    }

    @Test
    void a_merged_person_is_the_same_person() {
        long person = person(null);
        long merged = person(person);

        transaction.answer(() -> facts.append(NewFact.licenceGiven(merged, "nurse", DAY)));

        assertThat(transaction.answer(() -> facts.of(person))).hasSize(1);
        assertThat(transaction.answer(() -> facts.of(merged))).hasSize(1);
    }

    @Test
    void facts_are_recorded_in_order_also_when_the_clock_was_set_back() {
        long person = person(null);
        database.execute(
                handle -> handle.createUpdate("""
                        insert into fact (person_id, kind, code, valid_from, recorded_at, recorded_by)
                        values (:person, 'LICENCE_GIVEN', 'nurse', '2026-01-01', '2199-01-01', 'system:test')""").bind("person", person).execute());

        transaction.answer(() -> facts.append(NewFact.licenceWithdrawn(person, "nurse", DAY)));

        List<FactRecord> read = transaction.answer(() -> facts.of(person));
        assertThat(read.get(1).recordedAt()).isEqualTo(read.get(0).recordedAt());
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        long person = person(null);

        assertThatThrownBy(() -> facts.append(NewFact.licenceGiven(person, "nurse", DAY)))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    @Test
    void the_database_refuses_to_change_or_remove_a_fact() {
        assertThatThrownBy(() -> database.execute(handle -> handle.execute("update fact set code = 'x'")))
                .isInstanceOf(UnableToExecuteStatementException.class);
        assertThatThrownBy(() -> database.execute(handle -> handle.execute("delete from fact")))
                .isInstanceOf(UnableToExecuteStatementException.class);
    }

    private long person(Long mergedInto) {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, merged_into, created_at, created_by)
                        values ('Facts', 'Test', :merged, '2026-01-01', 'system:test')""")
                .bind("merged", mergedInto)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }
}
