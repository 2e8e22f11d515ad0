package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;

/** The units that appointments serve, with both times: what was served, and what was known of it, stays. */
@ApplicationScoped
public class ServedUnits {

    /** A stretch of days on which an appointment serves a unit. */
    public record Span(long appointmentId, long unitId, LocalDate from, LocalDate through) {}

    private record Row(long id, long unitId, LocalDate from) {}

    private record NewRow(long unitId, LocalDate from, LocalDate through) {}

    /** What becomes of the rows without a last day. */
    private record Change(List<Row> closed, List<NewRow> written) {}

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    @Inject
    private Event<ServesOthers> changed;

    /** Those served from now on, or from the first day. */
    Set<Long> of(long appointmentId) {
        Set<Long> units = new TreeSet<>();
        database.query(handle -> open(handle, appointmentId)).forEach(row -> units.add(row.unitId));
        return units;
    }

    /** From a day on exactly these are served. */
    void change(long appointmentId, Set<Long> units, LocalDate from) {
        Instant now = clock.instant();
        database.execute(handle -> {
            Change change = change(open(handle, appointmentId), units, from);
            change.closed.forEach(row -> close(handle, row, now));
            insert(handle, appointmentId, change.written, now);
        });
        changed.fire(new ServesOthers(appointmentId));
    }

    /** All that some appointments serve, as it would be if the plan were carried out. Not an entry point; asks no guard. */
    public List<Span> spansIf(Plan plan, Collection<Long> appointments) {
        List<Span> spans = new ArrayList<>();
        Plan.Begun begun = plan.begun();
        if (begun != null) {
            long held = begun.asked().placeId();
            begun.asked().unitsServed().forEach(unit -> spans.add(begins(unit, begun)));
            spans.add(begins(held, begun));
        }
        return database.query(handle -> {
            Set<Long> closed = new TreeSet<>();
            Plan.Serving serving = plan.serving();
            if (serving != null) {
                Change change = change(open(handle, plan.appointmentId()), serving.units(), serving.from());
                change.closed.forEach(row -> closed.add(row.id));
                change.written.forEach(
                        row -> spans.add(new Span(plan.appointmentId(), row.unitId, row.from, row.through)));
            }
            handle.createQuery("""
                            select id, appointment_id, unit_id, valid_from, valid_through from appointment_unit
                            where appointment_id in (<appointments>) and known_until = :stillKnown""")
                    .bindList("appointments", List.copyOf(appointments))
                    .bind("stillKnown", CountyTime.STILL_KNOWN)
                    .map((row, context) -> Map.entry(
                            row.getLong("id"),
                            new Span(
                                    row.getLong("appointment_id"),
                                    row.getLong("unit_id"),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_through", LocalDate.class))))
                    .forEach(row -> {
                        if (!closed.contains(row.getKey())) {
                            spans.add(row.getValue());
                        }
                    });
            return spans;
        });
    }

    /** All that some appointments serve, as is known. Not an entry point; asks no guard. */
    public List<Span> spans(Collection<Long> appointments) {
        if (appointments.isEmpty()) {
            return List.of();
        }
        return database.query(handle -> handle.createQuery("""
                        select appointment_id, unit_id, valid_from `from`, valid_through through from appointment_unit
                        where appointment_id in (<appointments>) and known_until = :stillKnown""")
                .bindList("appointments", List.copyOf(appointments))
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Span.class))
                .list());
    }

    private static Span begins(long unit, Plan.Begun begun) {
        return new Span(Plan.NOT_YET, unit, begun.asked().from(), CountyTime.END_OF_DAYS);
    }

    private static Change change(List<Row> open, Set<Long> units, LocalDate from) {
        Set<Long> added = new TreeSet<>(units);
        List<Row> closed = new ArrayList<>();
        List<NewRow> written = new ArrayList<>();
        for (Row row : open) {
            if (!added.remove(row.unitId)) {
                closed.add(row);
                if (row.from.isBefore(from)) {
                    written.add(new NewRow(row.unitId, row.from, from.minusDays(1)));
                }
            }
        }
        added.forEach(unit -> written.add(new NewRow(unit, from, CountyTime.END_OF_DAYS)));
        return new Change(closed, written);
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
