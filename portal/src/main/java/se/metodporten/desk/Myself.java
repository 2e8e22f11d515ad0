package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.access.Guard;
import se.metodporten.access.Office;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/** Who the reader is, for the reader. */
@Service
public class Myself {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    public long id() {
        return guard.requireSignedIn();
    }

    public String name() {
        long person = guard.requireSignedIn();
        return database.query(handle -> handle.createQuery(
                        "select concat(given_name, ' ', family_name) from person where id = :person")
                .bind("person", person)
                .mapTo(String.class)
                .one());
    }

    /** An office that the reader holds today. */
    public record Held(Office office, long placeId, String place) {}

    /** What the reader is, and where, today. */
    public List<Held> offices() {
        long person = guard.requireSignedIn();
        LocalDate today = CountyTime.today(clock);
        return database.query(handle -> handle.createQuery("""
                        select distinct o.office, o.place_id, v.name place
                        from office_in_place o
                        join place_version v on v.id = (
                          select n.id from place_version n
                          where n.place_id = o.place_id and n.known_until = :stillKnown
                          order by :today between n.valid_from and n.valid_through desc, n.valid_from desc limit 1)
                        where o.person_id = :person and :today between o.valid_from and o.valid_through
                        order by o.office, v.name, o.place_id""")
                .bind("person", person)
                .bind("today", today)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(ConstructorMapper.of(Held.class))
                .list());
    }
}
