package se.metodporten.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The table of runs. */
final class Runs {

    private static final String SELECT = """
            select r.id, r.kind, r.file_name, r.state, r.checked_for, r.refusal, coalesce(r.refusal_value, '') refusal_value,
                   r.done, r.total, r.added, r.changed, r.closed, r.unchanged, r.faulty, r.progressed_at, r.created_at,
                   concat(p.given_name, ' ', p.family_name) created_by, r.applied_at
            from import_run r left join person p on r.created_by = concat('person:', p.id)
            """;

    private Runs() {}

    static Optional<ImportRun> find(Handle handle, long id) {
        return handle.createQuery(SELECT + " where r.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(ImportRun.class))
                .findOne();
    }

    static List<ImportRun> latest(Handle handle, List<ImportKind> kinds, int number) {
        return handle.createQuery(SELECT + " where r.kind in (<kinds>) order by r.id desc limit :number")
                .bindList("kinds", kinds.stream().map(ImportKind::name).toList())
                .bind("number", number)
                .map(ConstructorMapper.of(ImportRun.class))
                .list();
    }

    static void lock(Handle handle, long id) {
        handle.createQuery("select id from import_run where id = :id for update")
                .bind("id", id)
                .mapTo(long.class)
                .findOne();
    }

    static void move(Handle handle, long id, RunState to, Instant now) {
        handle.createUpdate("update import_run set state = :state, done = 0, progressed_at = :now where id = :id")
                .bind("state", to)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** From here on, the progress is that of the changes. */
    static void beginApplying(Handle handle, ImportRun run, int steps, Instant now) {
        move(handle, run.id(), RunState.APPLYING, now);
        handle.createUpdate("update import_run set total = :total, refusal = null where id = :id")
                .bind("total", steps)
                .bind("id", run.id())
                .execute();
    }

    static void refuse(Handle handle, long id, RunState to, Refusal refusal, String value, Instant now) {
        handle.createUpdate("""
                        update import_run set state = :state, refusal = :refusal, refusal_value = :value, progressed_at = :now
                        where id = :id""")
                .bind("state", to)
                .bind("refusal", refusal)
                .bind("value", value)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** How many rows of each kind there are after the comparison. */
    static ReportCounts counts(Handle handle, ImportRun run) {
        Map<String, Integer> outcomes = new HashMap<>();
        handle.createQuery("select coalesce(outcome, 'FAULTY') outcome, count(*) number from "
                        + run.kind().table() + " where run_id = :run group by outcome")
                .bind("run", run.id())
                .map((row, context) -> Map.entry(row.getString("outcome"), row.getInt("number")))
                .forEach(found -> outcomes.put(found.getKey(), found.getValue()));
        return new ReportCounts(
                outcomes.getOrDefault("ADDED", 0),
                outcomes.getOrDefault("CHANGED", 0),
                outcomes.getOrDefault("CLOSED", 0),
                outcomes.getOrDefault("UNCHANGED", 0),
                outcomes.getOrDefault("FAULTY", 0));
    }

    /** The rows have been compared; somebody is to decide. */
    static void report(Handle handle, ImportRun run, LocalDate today, @Nullable Refusal remark, Instant now) {
        ReportCounts counts = counts(handle, run);
        handle.createUpdate("""
                        update import_run set state = 'CHECKED', checked_for = :today, refusal = :remark, added = :added,
                               changed = :changed, closed = :closed, unchanged = :unchanged, faulty = :faulty,
                               progressed_at = :now
                        where id = :run""")
                .bind("today", today)
                .bind("remark", remark)
                .bind("added", counts.added())
                .bind("changed", counts.changed())
                .bind("closed", counts.closed())
                .bind("unchanged", counts.unchanged())
                .bind("faulty", counts.faulty())
                .bind("now", now)
                .bind("run", run.id())
                .execute();
    }
}
