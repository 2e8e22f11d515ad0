package se.metodporten.access;

import jakarta.inject.Inject;
import se.metodporten.common.Database;

/** A service as it must not be: changes something without asking the guard. */
@Service
public class UncheckedService {

    @Inject
    private Database database;

    public void rename(long personId) {
        database.execute(handle -> handle.createUpdate("update person set given_name = 'Changed' where id = :id")
                .bind("id", personId)
                .execute());
    }
}
