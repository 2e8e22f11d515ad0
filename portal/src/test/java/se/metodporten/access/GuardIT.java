package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;

class GuardIT extends InPortal {

    /** In the portal's pool, as web.xml has it. */
    private static final int CONNECTIONS = 40;

    @Resource
    private UserTransaction transaction;

    @Test
    void nobody_may_do_nothing() {
        assertThatThrownBy(() -> guard.requireSignedIn()).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> guard.require(Action.ADMINISTER, 1)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_job_reads_the_whole_county() {
        Scope everywhere = guard.asSystem("test", () -> guard.scope(Action.VIEW_PEOPLE));

        assertThat(everywhere.roots()).hasSize(1);
    }

    @Test
    void an_office_counts_in_its_place_and_below_and_nowhere_else() {
        long county = place("COUNTY");
        long district = place("DISTRICT");
        long person = database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, created_at, created_by)
                        values ('Guard', 'Coordinator', '2026-01-01', 'test')""")
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        database.execute(handle -> handle.createUpdate("""
                        insert into office_grant (person_id, office, place_id, valid_from, granted_at, granted_by)
                        values (:person, 'COORDINATOR', :place, '2026-01-01', '2026-01-01', 'test')""")
                .bind("person", person)
                .bind("place", district)
                .execute());

        as.person(person, () -> {
            assertThat(guard.requireSignedIn()).isEqualTo(person);
            guard.require(Action.VIEW_PEOPLE, district);
            assertThat(guard.may(Action.VIEW_PEOPLE, county)).isFalse();
            assertThat(guard.may(Action.ADMINISTER, district)).isFalse();
        });
        assertThat(guard.reader().signedIn()).isFalse();
    }

    @Test
    void when_all_who_have_a_connection_are_refused_none_waits_for_another() throws Exception {
        long person = scenario.person();
        CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Boolean>> refused = Stream.generate(
                            () -> threads.submit(() -> refusedWithAConnection(person, together)))
                    .limit(CONNECTIONS)
                    .toList();
            for (Future<Boolean> one : refused) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean refusedWithAConnection(long person, CyclicBarrier together) throws Exception {
        transaction.begin();
        try {
            place("COUNTY");
            together.await();
            return as.person(person, () -> {
                assertThatThrownBy(() -> guard.require(Action.ADMINISTER, 1)).isInstanceOf(AccessDenied.class);
                return true;
            });
        } finally {
            transaction.rollback();
        }
    }

    private long place(String kind) {
        return database.query(handle -> handle.createQuery("select min(id) from place where kind = :kind")
                .bind("kind", kind)
                .mapTo(Long.class)
                .one());
    }
}
