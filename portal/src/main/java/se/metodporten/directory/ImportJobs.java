package se.metodporten.directory;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.metodporten.access.Guard;

/** Works on files in the background, as the system, once what asked for it is committed. */
@ApplicationScoped
class ImportJobs {

    private static final System.Logger LOG = System.getLogger(ImportJobs.class.getName());
    private static final String JOB = "import";
    private static final int BATCH = 1_000;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Guard guard;

    @Inject
    private ImportWork work;

    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) Imports.Received file) {
        inBackground(file.run(), () -> read(file.run(), file.kind(), file.file()));
    }

    /** All proposals are decided: the report is made with what was decided. */
    void compare(@Observes(during = TransactionPhase.AFTER_SUCCESS) Imports.Settled settled) {
        inBackground(settled.run(), () -> work.check(settled.run()));
    }

    void apply(@Observes(during = TransactionPhase.AFTER_SUCCESS) Imports.Decided decision) {
        inBackground(decision.run(), () -> work.apply(decision.run(), decision.actor()));
    }

    /** A file that was taken in by a transaction that failed is of no use. */
    void forget(@Observes(during = TransactionPhase.AFTER_FAILURE) Imports.Received file) {
        delete(file.file());
    }

    private void inBackground(long run, Runnable task) {
        executor.execute(() -> guard.asSystem(JOB, () -> {
            try {
                task.run();
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "Import " + run + " failed", failed);
                work.stop(run, Refusal.FAILED, "");
            }
            return true;
        }));
    }

    private void read(long run, ImportKind kind, Path path) {
        try {
            CsvFile file = CsvFile.examine(path, kind);
            work.expect(run, file.lines());
            keep(file, rows -> work.keep(run, kind, rows));
            work.check(run);
        } catch (FileRefused refused) {
            work.stop(run, refused.refusal(), refused.value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            delete(path);
        }
    }

    /** Some rows at a time, so that memory does not grow with the file. */
    private static void keep(CsvFile file, Consumer<List<RowReader>> keeping) throws IOException, FileRefused {
        List<RowReader> rows = new ArrayList<>(BATCH);
        file.forEachRow(row -> {
            rows.add(row);
            if (rows.size() == BATCH) {
                keeping.accept(List.copyOf(rows));
                rows.clear();
            }
        });
        keeping.accept(List.copyOf(rows));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.WARNING, "The file of an import stays in " + file, kept);
        }
    }
}
