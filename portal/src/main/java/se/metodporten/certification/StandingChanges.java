package se.metodporten.certification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import se.metodporten.certification.Dossier.NewPeriod;
import se.metodporten.certification.Dossier.StoredPeriod;
import se.metodporten.common.CountyTime;

/** The rows that differ, of many appointments, written in a few statements. */
final class StandingChanges {

    private static final int ROWS_IN_A_STATEMENT = 500;

    private final List<Long> neverKnown = new ArrayList<>();
    private final Map<Instant, List<Long>> closed = new TreeMap<>();
    private final List<NewPeriod> added = new ArrayList<>();

    /**
     * @param said what the facts say
     * @param moment when that became known
     * @return whether anything differs from what is stored
     */
    boolean add(Dossier dossier, Set<Said> said, Instant moment) {
        Set<Said> missing = new LinkedHashSet<>(said);
        boolean same = true;
        for (Map.Entry<Long, StoredPeriod> row : dossier.stored().entrySet()) {
            if (!missing.remove(row.getValue().said())) {
                close(row.getKey(), row.getValue(), moment);
                same = false;
            }
        }
        long appointment = dossier.appointee().appointmentId();
        missing.forEach(period -> added.add(new NewPeriod(appointment, period, moment, CountyTime.STILL_KNOWN)));
        return !same || !missing.isEmpty();
    }

    private void close(long id, StoredPeriod row, Instant moment) {
        if (row.knownFrom().isBefore(moment)) {
            closed.computeIfAbsent(moment, at -> new ArrayList<>()).add(id);
        } else {
            neverKnown.add(id);
        }
    }

    void write(Handle handle) {
        closed.forEach((moment, ids) -> handle.createUpdate(
                        "update standing_period set known_until = :moment where id in (<ids>)")
                .bind("moment", moment)
                .bindList("ids", ids)
                .execute());
        if (!neverKnown.isEmpty()) {
            handle.createUpdate("delete from standing_period where id in (<ids>)")
                    .bindList("ids", neverKnown)
                    .execute();
        }
        insert(handle, added);
    }

    static void insert(Handle handle, List<NewPeriod> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_IN_A_STATEMENT) {
            List<NewPeriod> some = rows.subList(from, Math.min(rows.size(), from + ROWS_IN_A_STATEMENT));
            Update insert = handle.createUpdate("""
                            insert into standing_period (appointment_id, valid_from, valid_through, standing, due_day,
                                                         reasons, known_from, known_until)
                            values <rows>""")
                    .define("rows", String.join(",", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")));
            int at = 0;
            for (NewPeriod row : some) {
                insert.bind(at++, row.appointmentId())
                        .bind(at++, row.said().from())
                        .bind(at++, row.said().through())
                        .bind(at++, row.said().standing().name())
                        .bind(at++, row.said().dueDay())
                        .bind(at++, row.said().reasons())
                        .bind(at++, row.knownFrom())
                        .bind(at++, row.knownUntil());
            }
            insert.execute();
        }
    }
}
