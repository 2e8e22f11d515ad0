package se.metodporten.desk;

import jakarta.inject.Inject;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;

/** Who the reader is, for the reader. */
@Service
public class Myself {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    public String name() {
        long person = guard.requireSignedIn();
        return database.query(handle -> handle.createQuery(
                        "select concat(given_name, ' ', family_name) from person where id = :person")
                .bind("person", person)
                .mapTo(String.class)
                .one());
    }
}
