package se.metodporten.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import se.metodporten.common.CountyTime;

/**
 * Finds what the rows of a file would add, change and close on a day, and what only comparing finds wrong. Can be run
 * again; decisions about proposals stay. A statement a step, none for a row.
 */
public record Comparison(Handle handle, long run, ImportKind kind, LocalDate today) {

    /** A problem of every row for which the condition holds. */
    void problem(String column, Fault fault, String value, String fromWhere) {
        update("insert ignore into import_problem (run_id, line, column_name, reason, value) select r.run_id, r.line, '"
                + column + "', '" + fault + "', left(" + value + ", 200) from " + kind.table() + " r " + fromWhere);
    }

    /** Runs a statement in which {@code :run}, {@code :today} and {@code :stillKnown} may stand. */
    int update(String sql) {
        Update update = handle.createUpdate(sql);
        if (sql.contains(":run")) {
            update.bind("run", run);
        }
        if (sql.contains(":today")) {
            update.bind("today", today);
        }
        if (sql.contains(":stillKnown")) {
            update.bind("stillKnown", CountyTime.STILL_KNOWN);
        }
        return update.execute();
    }

    /** What an earlier run found. @param columns sets those that comparing fills to null */
    void forget(String columns) {
        forgetProblems();
        update("delete from " + kind.table() + " where run_id = :run and line < 0");
        update(columns);
    }

    /** An HSA-id stands for one row. */
    void refuseTwice() {
        problem("hsaId", Fault.DUPLICATE, "d.all_lines", String.format(Locale.ROOT, """
                join (select hsa_id, group_concat(line order by line separator ', ') all_lines from %s
                      where run_id = :run and hsa_id <> '' group by hsa_id having count(*) > 1) d on d.hsa_id = r.hsa_id
                where r.run_id = :run""", kind.table()));
    }

    public void markFaulty() {
        update("update " + kind.table() + " r set r.faulty = exists (select 1 from import_problem p"
                + " where p.run_id = r.run_id and p.line = r.line) where r.run_id = :run");
    }

    /** Those that only comparing finds. */
    public void forgetProblems() {
        List<String> found = Arrays.stream(Fault.values())
                .filter(Fault::foundByComparing)
                .map(Fault::name)
                .toList();
        handle.createUpdate("delete from import_problem where run_id = :run and reason in (<found>)")
                .bind("run", run)
                .bindList("found", found)
                .execute();
    }
}
