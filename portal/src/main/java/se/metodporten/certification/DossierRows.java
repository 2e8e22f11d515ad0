package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import se.metodporten.certification.Dossier.StoredPeriod;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactRecord;

/** The rows of {@link Dossiers}: facts by person, stored periods by appointment. */
final class DossierRows {

    private DossierRows() {}

    /** With the facts of those who were merged into them. */
    static Map<Long, List<FactRecord>> factsByPerson(Handle handle, List<Long> persons) {
        Map<Long, Long> became = new HashMap<>();
        handle.createQuery("""
                        select id, coalesce(merged_into, id) became from person
                        where id in (<persons>) or merged_into in (<persons>)""")
                .bindList("persons", persons)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("became")))
                .forEach(same -> became.put(same.getKey(), same.getValue()));
        Map<Long, List<FactRecord>> facts = new HashMap<>();
        handle.createQuery("select " + FactRecord.COLUMNS
                        + " from fact f where f.person_id in (<persons>) order by f.person_id, f.recorded_at, f.id")
                .bindList("persons", became.keySet())
                .map(ConstructorMapper.of(FactRecord.class))
                .forEach(fact -> facts.computeIfAbsent(became.get(fact.personId()), person -> new ArrayList<>())
                        .add(fact));
        return facts;
    }

    static Map<Long, Map<Long, StoredPeriod>> storedByAppointment(Handle handle, List<Long> appointments) {
        return handle.createQuery("""
                        select id, appointment_id, valid_from, valid_through, standing, due_day, reasons, known_from
                        from standing_period
                        where appointment_id in (<appointments>) and known_until = :stillKnown
                        order by appointment_id, valid_from""")
                .bindList("appointments", appointments)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .reduceRows(new HashMap<Long, Map<Long, StoredPeriod>>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("appointment_id", Long.class), id -> new LinkedHashMap<>())
                            .put(
                                    row.getColumn("id", Long.class),
                                    new StoredPeriod(said(row), row.getColumn("known_from", Instant.class)));
                    return all;
                });
    }

    static Said said(RowView row) {
        return new Said(
                row.getColumn("valid_from", LocalDate.class),
                row.getColumn("valid_through", LocalDate.class),
                row.getColumn("standing", Standing.class),
                row.getColumn("due_day", LocalDate.class),
                row.getColumn("reasons", String.class));
    }
}
