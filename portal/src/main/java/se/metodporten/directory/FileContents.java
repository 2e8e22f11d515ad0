package se.metodporten.directory;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Page;

/**
 * What is done with the rows of one kind of file; a bean for each kind, also in features above this one. Not an entry
 * point: {@link Imports} and {@link ImportWork} have asked the guard.
 */
public interface FileContents {

    ImportKind kind();

    /** Keeps some rows in the table of the kind; what is wrong in a row is noted in its reader. */
    void keep(Handle handle, long run, List<RowReader> rows);

    /**
     * Finds what the rows would do, and what only comparing finds wrong. Can be run again; decisions stay.
     *
     * @return whether the report says something else than before, beyond its counts
     */
    boolean compare(Comparison compare);

    /** Whether a decision about a proposal changes what the report says. */
    boolean followsDecisions();

    /** How many steps of progress applying takes. */
    int steps(ImportRun run);

    /** Makes the changes of the report, in the transaction under way. */
    void apply(Applying how, ImportRun run);

    /** @param page from 1 */
    Page<ReportRow> rows(Handle handle, ImportRun run, Outcome outcome, int page);

    /** Rows that may be about someone who is known, in the file's order. @param page from 1 */
    Page<Proposal> proposals(Handle handle, long run, LocalDate today, int page);

    /** Removes the rows. */
    void remove(Handle handle, long run);
}
