package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/**
 * Appointments of many people at once, as from a file. Not an entry point: who calls has asked the guard, has checked that
 * nothing overlaps with the people's rows locked, and appends the facts.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ManyAppointments {

    /**
     * @param token names it: the same one never begins twice
     * @param units served, the held one among them where it is a unit
     * @param appointedBy who decided; null: nobody who is known
     */
    public record Begun(
            String token,
            long personId,
            @Nullable Long employmentId,
            long roleId,
            long placeId,
            Set<Long> units,
            LocalDate from,
            LocalDate through,
            @Nullable Long appointedBy) {}

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * @param actor who decided, as {@code recorded_by}
     * @return the ids, in the order given
     */
    public List<Long> begin(List<Begun> all, String actor) {
        if (all.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return database.query(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into appointment (person_id, role_id, place_id, employment_id, valid_from, valid_through,
                                             appointed_at, appointed_by, form_token)
                    values (:personId, :roleId, :placeId, :employmentId, :from, :through, :now, :appointedBy, :token)""");
            all.forEach(one -> batch.bindMethods(one).bind("now", now).add());
            List<Long> ids = batch.executePreparedBatch("id").mapTo(Long.class).list();
            serve(handle, all, ids, now, actor);
            return ids;
        });
    }

    private static void serve(Handle handle, List<Begun> all, List<Long> ids, Instant now, String actor) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into appointment_unit (appointment_id, unit_id, valid_from, valid_through, known_from, recorded_by)
                values (:appointment, :unit, :from, :through, :now, :actor)""");
        for (int i = 0; i < all.size(); i++) {
            for (long unit : all.get(i).units) {
                batch.bind("appointment", ids.get(i))
                        .bind("unit", unit)
                        .bind("from", all.get(i).from)
                        .bind("through", CountyTime.END_OF_DAYS)
                        .bind("now", now)
                        .bind("actor", actor)
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
