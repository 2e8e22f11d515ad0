package se.metodporten.directory;

import org.jdbi.v3.core.Handle;

/** The rows of a file, as proposals that two are one person. */
final class Proposals {

    static final String OPEN = " run_id = :run and (like_person is not null or like_line is not null) ";

    private Proposals() {}

    static int undecided(Handle handle, ImportRun run) {
        return count(handle, run.id(), run.kind(), OPEN + "and same_person is null");
    }

    static int all(Handle handle, long run, ImportKind kind) {
        return count(handle, run, kind, OPEN);
    }

    private static int count(Handle handle, long run, ImportKind kind, String where) {
        return kind.proposing()
                ? handle.createQuery("select count(*) from " + kind.table() + " where" + where)
                        .bind("run", run)
                        .mapTo(int.class)
                        .one()
                : 0;
    }
}
