package se.metodporten.person;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows that follow a person when two turn out to be one, of this feature and of access below it. */
final class Merging {

    private Merging() {}

    static void moveRows(Handle handle, long from, long into) {
        Map<String, Long> both = Map.of("from", from, "into", into);
        handle.createUpdate("update person set merged_into = :into where merged_into = :from")
                .bindMap(both)
                .execute();
        handle.createUpdate("update employment set person_id = :into, version = version + 1 where person_id = :from")
                .bindMap(both)
                .execute();
        handle.createUpdate("update office_grant set person_id = :into, version = version + 1 where person_id = :from")
                .bindMap(both)
                .execute();
        handle.createUpdate(
                        "update office_grant set deputy_for = :into, version = version + 1 where deputy_for = :from")
                .bindMap(both)
                .execute();
        moveAccount(handle, both);
    }

    /** One way in for one person: the account follows, or is closed where the other row has one already. */
    private static void moveAccount(Handle handle, Map<String, Long> both) {
        boolean hasOwn = handle.createQuery("select count(*) from account where person_id = :into")
                        .bind("into", both.get("into"))
                        .mapTo(int.class)
                        .one()
                > 0;
        if (hasOwn) {
            handle.createUpdate("update account set closed = true, version = version + 1 where person_id = :from")
                    .bind("from", both.get("from"))
                    .execute();
        } else {
            handle.createUpdate("update account set person_id = :into, version = version + 1 where person_id = :from")
                    .bindMap(both)
                    .execute();
        }
    }
}
