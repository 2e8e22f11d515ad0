package se.metodporten.demo;

import org.jdbi.v3.core.Handle;

/** How far the ids of this database are ahead of the rows' own. */
record Ids(
        long place,
        long person,
        long employment,
        long appointment,
        long fact,
        long agreement,
        long training,
        long session) {

    static Ids after(Handle handle) {
        return new Ids(
                last(handle, "place"),
                last(handle, "person"),
                last(handle, "employment"),
                last(handle, "appointment"),
                last(handle, "fact"),
                last(handle, "agreement"),
                last(handle, "training"),
                last(handle, "training_session"));
    }

    private static long last(Handle handle, String table) {
        return handle.createQuery("select coalesce(max(id), 0) from " + table)
                .mapTo(Long.class)
                .one();
    }
}
