package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.metodporten.audit.Seals;
import se.metodporten.harness.InPortal;

/** One story, since seals follow one another; the last chapter breaks the chain. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditSealingIT extends InPortal {

    @Inject
    private AuditSealing sealing;

    @Inject
    private Seals seals;

    @Inject
    private Clock clock;

    @Resource
    private UserTransaction transaction;

    @Test
    @Order(1)
    void rows_that_may_have_company_on_its_way_are_not_sealed_yet() {
        insert();
        sealAll();
        long newest = number("select max(id) from audit_event");

        assertThat(number("select count(*) from audit_seal where last_event >= " + newest))
                .isZero();
    }

    @Test
    @Order(2)
    void only_the_job_seals_and_only_inspectors_check() {
        assertThatThrownBy(() -> sealing.next()).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> sealing.firstBroken()).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> sealing.last()).isInstanceOf(AccessDenied.class);
    }

    @Test
    @Order(3)
    void what_was_sealed_is_whole() {
        assertThat(broken()).isEmpty();
    }

    @Test
    @Order(4)
    void the_portal_itself_can_neither_change_nor_remove_a_row() {
        long newest = insert();

        assertThatThrownBy(() -> database.execute(
                        handle -> handle.execute("update audit_event set actor = 'me' where id = " + newest)))
                .hasMessageContaining("denied");
        assertThatThrownBy(() ->
                        database.execute(handle -> handle.execute("delete from audit_event where id = " + newest)))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> database.execute(handle -> handle.execute("delete from audit_seal")))
                .hasMessageContaining("denied");
    }

    @Test
    @Order(5)
    void a_row_that_slips_in_among_sealed_ones_is_found() throws Exception {
        transaction.begin();
        long gap = insert();
        transaction.rollback();
        long after = insert();
        sealUpTo(after);
        assertThat(broken()).isEmpty();

        database.execute(handle -> handle.execute("insert into audit_event (id, at, actor, action, outcome) values ("
                + gap + ", '2026-01-01', 'person:1', 'SLIPPED_IN', 'DONE')"));

        assertThat(broken()).hasValueSatisfying(seal -> {
            assertThat(seal.firstEvent()).isLessThanOrEqualTo(gap);
            assertThat(seal.lastEvent()).isGreaterThanOrEqualTo(gap);
        });
    }

    /** As if all that is there had settled. */
    private void sealUpTo(long event) throws Exception {
        while (number("select coalesce(max(last_event), 0) from audit_seal") < event) {
            transaction.begin();
            seals.next(clock.instant().plusSeconds(1));
            transaction.commit();
        }
    }

    private long insert() {
        return database.query(handle -> handle.createUpdate("""
                        insert into audit_event (at, actor, action, outcome) values (:at, 'system:test', 'TEST', 'DONE')""")
                .bind("at", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    private void sealAll() {
        int sealed = guard.asSystem("audit", () -> sealing.next());
        while (sealed > 0) {
            sealed = guard.asSystem("audit", () -> sealing.next());
        }
    }

    private Optional<Seals.Seal> broken() {
        return guard.asSystem("audit", () -> sealing.firstBroken());
    }

    private long number(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
