package se.metodporten.directory;

import org.jdbi.v3.core.Handle;

/** The table of staff rows, as proposals that two are one person. */
final class Proposals {

    static final String OPEN = " run_id = :run and (like_person is not null or like_line is not null) ";

    private Proposals() {}

    static int undecided(Handle handle, long run) {
        return handle.createQuery("select count(*) from import_staff where" + OPEN + "and same_person is null")
                .bind("run", run)
                .mapTo(int.class)
                .one();
    }

    static int all(Handle handle, long run) {
        return handle.createQuery("select count(*) from import_staff where" + OPEN)
                .bind("run", run)
                .mapTo(int.class)
                .one();
    }
}
