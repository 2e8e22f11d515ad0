package se.metodporten.directory;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/** What happens to a file, step by step, each a transaction of its own; called by {@link ImportJobs}. */
@Service
public class ImportWork {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private ImportProgress progress;

    @Inject
    private FileKinds kinds;

    /** The file has about so many rows. */
    public void expect(long run, int rows) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.execute(handle -> handle.createUpdate("update import_run set total = :rows where id = :run")
                .bind("rows", rows)
                .bind("run", run)
                .execute());
    }

    /** Keeps some rows of a file. */
    public void keep(long run, ImportKind kind, List<RowReader> rows) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.execute(handle -> {
            kinds.of(kind).keep(handle, run, rows);
            Staging.addProblems(
                    handle,
                    run,
                    rows.stream().flatMap(row -> row.problems().stream()).toList());
        });
        progress.advance(run, rows.size());
    }

    /** All rows are kept: finds what they would change. */
    public void check(long run) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.executePatiently(handle -> {
            ImportRun file = required(handle, run);
            compare(handle, file);
            Runs.report(handle, file, today(), null, clock.instant());
        });
    }

    /** The file cannot be used, or working on it failed; nothing of it was applied. */
    public void stop(long run, Refusal refusal, String value) {
        guard.requireAnywhere(Action.ADMINISTER);
        RunState state = refusal == Refusal.FAILED ? RunState.FAILED : RunState.REFUSED;
        database.executePatiently(handle -> {
            if (state == RunState.REFUSED) {
                remove(handle, required(handle, run));
            }
            Runs.refuse(handle, run, state, refusal, value, clock.instant());
        });
    }

    /**
     * Makes the changes of the report, all or none. What the portal knows may have changed since somebody decided: then the
     * report is made anew and waits for another decision.
     */
    public void apply(long run, String actor) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.executePatiently(handle -> {
            ImportRun decided = required(handle, run);
            if (compare(handle, decided) || changedSince(handle, decided)) {
                Runs.report(handle, decided, today(), Refusal.CHANGED_MEANWHILE, clock.instant());
                return;
            }
            Instant now = clock.instant();
            Applying applying = new Applying(handle, run, today(), now, actor, rows -> progress.advance(run, rows));
            kinds.of(decided.kind()).apply(applying, decided);
            remove(handle, decided);
            audit.done(
                    actor, "APPLY_IMPORT", "import:" + run, null, decided.kind().name());
            handle.createUpdate("""
                            update import_run set state = 'APPLIED', done = total, refusal = null, progressed_at = :now,
                                   applied_at = :now, applied_by = :actor
                            where id = :run""")
                    .bind("now", now)
                    .bind("actor", actor)
                    .bind("run", run)
                    .execute();
        });
    }

    /** Another number of rows of any kind, or a proposal that nobody has decided about. */
    private static boolean changedSince(Handle handle, ImportRun decided) {
        return !Runs.counts(handle, decided).equals(ReportCounts.of(decided))
                || Proposals.undecided(handle, decided) > 0;
    }

    /** @return whether the report says something else than before, beyond its counts */
    private boolean compare(Handle handle, ImportRun file) {
        return kinds.of(file.kind()).compare(new Comparison(handle, file.id(), file.kind(), today()));
    }

    private void remove(Handle handle, ImportRun file) {
        kinds.of(file.kind()).remove(handle, file.id());
        Staging.remove(handle, "import_problem", file.id());
    }

    private static ImportRun required(Handle handle, long run) {
        return Runs.find(handle, run).orElseThrow(() -> new DomainException("directory.refused.noRun"));
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}
