package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/** The units that appointments serve, with both times: what was served, and what was known of it, stays. */
@ApplicationScoped
class ServedUnits {

    private record Row(long id, long unitId, LocalDate from) {}

    private record NewRow(long unitId, LocalDate from, LocalDate through) {}

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** Those served from now on, or from the first day. */
    Set<Long> of(long appointmentId) {
        Set<Long> units = new TreeSet<>();
        database.query(handle -> open(handle, appointmentId)).forEach(row -> units.add(row.unitId));
        return units;
    }

    /** From a day on exactly these are served. */
    void change(long appointmentId, Set<Long> units, LocalDate from) {
        Instant now = clock.instant();
        Set<Long> added = new TreeSet<>(units);
        List<NewRow> rows = new ArrayList<>();
        database.execute(handle -> {
            for (Row row : open(handle, appointmentId)) {
                if (!added.remove(row.unitId)) {
                    close(handle, row, now);
                    if (row.from.isBefore(from)) {
                        rows.add(new NewRow(row.unitId, row.from, from.minusDays(1)));
                    }
                }
            }
            added.forEach(unit -> rows.add(new NewRow(unit, from, CountyTime.END_OF_DAYS)));
            insert(handle, appointmentId, rows, now);
        });
    }

    private static List<Row> open(Handle handle, long appointmentId) {
        return handle.createQuery("""
                        select id, unit_id, valid_from from appointment_unit
                        where appointment_id = :id and known_until = :stillKnown and valid_through = :endOfDays""")
                .bind("id", appointmentId)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("endOfDays", CountyTime.END_OF_DAYS)
                .map((row, context) -> new Row(
                        row.getLong("id"), row.getLong("unit_id"), row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    private static void close(Handle handle, Row row, Instant now) {
        handle.createUpdate("update appointment_unit set known_until = :now where id = :id")
                .bind("now", now)
                .bind("id", row.id)
                .execute();
    }

    private void insert(Handle handle, long appointmentId, List<NewRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch insert = handle.prepareBatch("""
                insert into appointment_unit (appointment_id, unit_id, valid_from, valid_through, known_from, recorded_by)
                values (:appointment, :unit, :from, :through, :now, :actor)""");
        for (NewRow row : rows) {
            insert.bind("appointment", appointmentId)
                    .bind("unit", row.unitId)
                    .bind("from", row.from)
                    .bind("through", row.through)
                    .bind("now", now)
                    .bind("actor", guard.reader().actor())
                    .add();
        }
        insert.execute();
    }
}
