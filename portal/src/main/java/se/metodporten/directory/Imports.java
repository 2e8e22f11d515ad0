package se.metodporten.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.SpreadsheetText;
import se.metodporten.common.Words;

/**
 * What an administrator does with a file from the directory: hand it in, read the report, decide about proposals, apply
 * or discard it. The work itself is done in the background by {@link ImportWork}.
 */
@Service
public class Imports {

    /** The largest file, in bytes. */
    public static final long LARGEST = 64L * 1024 * 1024;

    private static final int RUNS_SHOWN = 20;
    private static final long MEBIBYTE = 1024L * 1024;

    /** The file of a run is there to be read; sent when that is committed. */
    record Received(long run, ImportKind kind, Path file) {}

    /** All proposals of a run are decided, and its report follows them; sent when that is committed. */
    record Settled(long run) {}

    /** Somebody decided that a run shall be applied; sent when that is committed. */
    record Decided(long run, String actor) {}

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<Received> received;

    @Inject
    private Event<Settled> settled;

    @Inject
    private Event<Decided> decided;

    @Inject
    private FileKinds contents;

    /** The kinds of file that the reader may read: all for who administers, the register for who leads the process. */
    public List<ImportKind> kinds() {
        require(ImportKind.REGISTER);
        return mine();
    }

    /** Whether the reader may decide that two who are known are one: as on the page for that. */
    public boolean mayMerge() {
        require(ImportKind.REGISTER);
        return guard.mayAnywhere(Action.ADMINISTER);
    }

    /** A register with an example of each kind of row, as a spreadsheet program opens it. */
    public byte[] template() {
        require(ImportKind.REGISTER);
        try (InputStream example = Objects.requireNonNull(Imports.class.getResourceAsStream("template.csv"))) {
            return example.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Takes a file in and begins to read it; reports of earlier files of the same kind are discarded.
     *
     * @return the run's id
     */
    public long begin(ImportKind kind, String fileName, InputStream content) {
        require(kind);
        String actor = guard.reader().actor();
        Instant now = clock.instant();
        MessageDigest digest = sha256();
        Path file = store(content, digest);
        database.executePatiently(handle -> {
            List<Long> earlier = handle.createQuery(
                            "select id from import_run where kind = :kind and state in ('CHECKED', 'FAILED') for update")
                    .bind("kind", kind)
                    .mapTo(Long.class)
                    .list();
            earlier.forEach(id -> drop(handle, required(handle, id)));
        });
        long run = database.query(handle -> handle.createUpdate("""
                            insert into import_run (kind, file_name, sha256, state, progressed_at, created_at, created_by)
                            values (:kind, :name, :sha256, 'READING', :now, :now, :actor)""")
                .bind("kind", kind)
                .bind("name", Problem.shown(fileName.substring(fileName.lastIndexOf('\\') + 1)))
                .bind("sha256", HexFormat.of().formatHex(digest.digest()))
                .bind("now", now)
                .bind("actor", actor)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        audit.done(actor, "BEGIN_IMPORT", "import:" + run, null, kind.name());
        received.fire(new Received(run, kind, file));
        return run;
    }

    /** The latest files, newest first. */
    public List<ImportRun> runs() {
        require(ImportKind.REGISTER);
        return database.query(handle -> Runs.latest(handle, mine(), RUNS_SHOWN));
    }

    public ImportRun run(long run) {
        return mayUse(run);
    }

    /** @param page from 1 */
    public Page<ReportRow> rows(long run, Outcome outcome, int page) {
        ImportRun file = mayUse(run);
        return database.query(handle -> contents.of(file.kind()).rows(handle, file, outcome, page));
    }

    /** What is wrong in the file, line by line. */
    public Page<Problem> problems(long run, int page) {
        mayUse(run);
        return database.query(handle -> {
            int total = handle.createQuery("select count(*) from import_problem where run_id = :run")
                    .bind("run", run)
                    .mapTo(int.class)
                    .one();
            List<Problem> rows = handle.createQuery("""
                            select line, column_name `column`, reason fault, value from import_problem where run_id = :run
                            order by line, column_name, reason limit :size offset :skip""")
                    .bind("run", run)
                    .bind("size", Page.SIZE)
                    .bind("skip", (page - 1) * Page.SIZE)
                    .map(ConstructorMapper.of(Problem.class))
                    .list();
            return new Page<>(rows, total, page, Page.SIZE);
        });
    }

    /** The same as a file for whoever mends the export: CSV, UTF-8, nothing in it is a formula. */
    public void writeProblems(long run, Locale language, OutputStream to) {
        mayUse(run);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(to, StandardCharsets.UTF_8);
        csv.writeRecord(
                Words.in(language, "directory.problem.line"),
                Words.in(language, "directory.problem.column"),
                Words.in(language, "directory.problem.value"),
                Words.in(language, "directory.problem.reason"));
        database.execute(handle -> handle.createQuery("""
                        select line, column_name `column`, reason fault, value from import_problem where run_id = :run
                        order by line, column_name, reason""")
                .bind("run", run)
                .map(ConstructorMapper.of(Problem.class))
                .forEach(problem -> csv.writeRecord(
                        Integer.toString(problem.line()),
                        problem.column(),
                        SpreadsheetText.of(problem.value()),
                        Words.in(language, "directory.fault." + problem.fault()))));
        try {
            csv.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Rows that may be about someone who is known, in the file's order. */
    public Page<Proposal> proposals(long run, int page) {
        ImportRun file = mayUse(run);
        return database.query(handle -> contents.of(file.kind()).proposals(handle, run, CountyTime.today(clock), page));
    }

    /** How many proposals wait for a decision. */
    public int undecided(long run) {
        ImportRun file = mayUse(run);
        return database.query(handle -> Proposals.undecided(handle, file));
    }

    /** The row is about the person proposed, or about someone else. */
    public void decide(long run, int line, boolean same) {
        decideThose(mayUse(run), "and line = " + line, same);
    }

    /** The same decision about all proposals that wait. */
    public void decideAll(long run, boolean same) {
        decideThose(mayUse(run), "and same_person is null", same);
    }

    private void decideThose(ImportRun run, String which, boolean same) {
        boolean administers = guard.mayAnywhere(Action.ADMINISTER);
        boolean follows = contents.of(run.kind()).followsDecisions();
        boolean last = database.query(handle -> {
            ImportRun file = requireDecidable(handle, run.id());
            // Two people who are known become one: as on the page for that, only for who administers.
            String mayMerge = !same || administers || !follows ? "" : " and not merges";
            handle.createUpdate("update " + file.kind().table() + " set same_person = :same where" + Proposals.OPEN
                            + which + mayMerge)
                    .bind("run", run.id())
                    .bind("same", same)
                    .execute();
            boolean now = follows && Proposals.undecided(handle, file) == 0;
            if (now) {
                Runs.move(handle, run.id(), RunState.READING, clock.instant());
            }
            return now;
        });
        if (last) {
            settled.fire(new Settled(run.id()));
        }
    }

    /**
     * Begins to apply the file. A second click finds it begun and changes nothing.
     *
     * @param withoutFaulty whether somebody decided to leave out the faulty rows
     */
    public void apply(long run, boolean withoutFaulty) {
        mayUse(run);
        String actor = guard.reader().actor();
        boolean begun = database.query(handle -> {
            Runs.lock(handle, run);
            ImportRun file = required(handle, run);
            if (file.working(clock.instant()) || file.state() == RunState.APPLIED) {
                return false;
            }
            boolean interrupted = file.state() == RunState.APPLYING;
            if (!file.decidable() && !interrupted) {
                throw new DomainException("directory.refused.notNow");
            }
            refuseIfAnotherIsApplied(handle, run);
            int undecided = Proposals.undecided(handle, file);
            if (undecided > 0) {
                throw new DomainException("directory.refused.undecided", undecided);
            }
            if (file.faulty() > 0 && !withoutFaulty && !interrupted) {
                throw DomainException.at("withoutFaulty", "directory.refused.faulty", file.faulty());
            }
            Runs.beginApplying(handle, file, contents.of(file.kind()).steps(file), clock.instant());
            return true;
        });
        if (begun) {
            decided.fire(new Decided(run, actor));
        }
    }

    /** Nothing of the file is used. */
    public void discard(long run) {
        mayUse(run);
        database.executePatiently(handle -> {
            Runs.lock(handle, run);
            ImportRun file = required(handle, run);
            if (file.working(clock.instant()) || file.state() == RunState.APPLIED) {
                throw new DomainException("directory.refused.notNow");
            }
            drop(handle, file);
        });
        audit.done(guard.reader().actor(), "DISCARD_IMPORT", "import:" + run, null, null);
    }

    private void drop(Handle handle, ImportRun run) {
        contents.of(run.kind()).remove(handle, run.id());
        Staging.remove(handle, "import_problem", run.id());
        Runs.move(handle, run.id(), RunState.DISCARDED, clock.instant());
    }

    private ImportRun requireDecidable(Handle handle, long run) {
        Runs.lock(handle, run);
        ImportRun file = required(handle, run);
        if (!file.decidable()) {
            throw new DomainException("directory.refused.notNow");
        }
        return file;
    }

    /** The file, for who may read its kind. */
    private ImportRun mayUse(long run) {
        require(ImportKind.REGISTER);
        ImportRun file = database.query(handle -> required(handle, run));
        require(file.kind());
        return file;
    }

    /** A register is read by who administers, or leads the process; all else by who administers. */
    private void require(ImportKind kind) {
        boolean leads = kind == ImportKind.REGISTER && !guard.mayAnywhere(Action.ADMINISTER);
        guard.requireAnywhere(leads ? Action.EDIT_ROLES : Action.ADMINISTER);
    }

    private List<ImportKind> mine() {
        return guard.mayAnywhere(Action.ADMINISTER) ? List.of(ImportKind.values()) : List.of(ImportKind.REGISTER);
    }

    /** Two files at once could change the same places or people. */
    private void refuseIfAnotherIsApplied(Handle handle, long run) {
        boolean busy = handle
                .createQuery("select id from import_run where state = 'APPLYING' and id <> :run for update")
                .bind("run", run)
                .mapTo(Long.class)
                .stream()
                .anyMatch(other -> required(handle, other).working(clock.instant()));
        if (busy) {
            throw new DomainException("directory.refused.busy");
        }
    }

    private static ImportRun required(Handle handle, long run) {
        return Runs.find(handle, run).orElseThrow(() -> new DomainException("directory.refused.noRun"));
    }

    private static Path store(InputStream content, MessageDigest digest) {
        try {
            Path file = Files.createTempFile("import-", ".csv");
            try (OutputStream to = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                content.transferTo(new Limited(to, LARGEST));
            } catch (TooLarge tooLarge) {
                Files.delete(file);
                throw DomainException.at("file", "directory.refused.tooLarge", LARGEST / MEBIBYTE);
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes so many bytes and no more. */
    private static final class Limited extends OutputStream {

        private final OutputStream to;
        private long left;

        Limited(OutputStream to, long limit) {
            this.to = to;
            this.left = limit;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new TooLarge();
            }
            to.write(bytes, from, length);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
