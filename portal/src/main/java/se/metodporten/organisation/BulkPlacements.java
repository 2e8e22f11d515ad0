package se.metodporten.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import se.metodporten.common.CountyTime;

/**
 * What {@link Placements} writes of one unit, for many at once: a few statements, however many units. For the import; the
 * caller has checked that what is wanted is whole and that organisation and district fit.
 */
@ApplicationScoped
public class BulkPlacements {

    /** Rows of what is known that reach into the time from which something else holds; written again up to the day before. */
    private static final String CUT = """
            insert into place_version (place_id, name, unit_kind_id, organisation_id, district_id,
                                       valid_from, valid_through, known_from, recorded_by)
            select v.place_id, v.name, v.unit_kind_id, v.organisation_id, v.district_id,
                   v.valid_from, w.change_from - interval 1 day, :now, :actor
            from place_version v join (%s) w on w.place_id = v.place_id
            where v.known_until = :stillKnown and v.known_from < :now
              and v.valid_through >= w.change_from and v.valid_from < w.change_from""";

    private static final String FORGET = """
            update %s v join (%s) w on w.place_id = v.place_id
            set v.known_until = :now
            where v.known_until = :stillKnown and v.known_from < :now and v.valid_through >= w.change_from""";

    private static final String HOLD = """
            insert into place_version (place_id, name, unit_kind_id, organisation_id, district_id,
                                       valid_from, valid_through, known_from, recorded_by)
            select w.place_id, w.name, w.unit_kind_id, w.organisation_id, w.district_id,
                   w.change_from, w.valid_through, :now, :actor
            from (%s) w where w.name is not null""";

    private static final String FOLLOW = """
            insert into place_ancestor (place_id, ancestor_id, valid_from, valid_through, known_from)
            select v.place_id, a.id, v.valid_from, v.valid_through, v.known_from
            from (%s) w
            join place_version v on v.place_id = w.place_id and v.known_from = :now
            join place a on a.id in (v.place_id, v.organisation_id, v.district_id) or a.kind = 'COUNTY'""";

    private static final String WHICH = "select w.place_id from (%s) w where w.place_id is not null";

    @Inject
    private Event<UnitsChanged> changed;

    /**
     * From {@code change_from} on, each place wanted is as given, through {@code valid_through}; one without a name ends the
     * day before.
     *
     * @param wanted a select of {@code place_id, name, unit_kind_id, organisation_id, district_id, change_from,
     *     valid_through}, one row a place, with the parameter {@code :run}
     */
    public void hold(Handle handle, String wanted, long run, Instant now, String actor) {
        bound(handle.createUpdate(String.format(Locale.ROOT, CUT, wanted)), run, now)
                .bind("actor", actor)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .execute();
        for (String table : new String[] {"place_version", "place_ancestor"}) {
            bound(handle.createUpdate(String.format(Locale.ROOT, FORGET, table, wanted)), run, now)
                    .bind("stillKnown", CountyTime.STILL_KNOWN)
                    .execute();
        }
        bound(handle.createUpdate(String.format(Locale.ROOT, HOLD, wanted)), run, now)
                .bind("actor", actor)
                .execute();
        bound(handle.createUpdate(String.format(Locale.ROOT, FOLLOW, wanted)), run, now)
                .execute();
        changed.fire(new UnitsChanged(handle.createQuery(String.format(Locale.ROOT, WHICH, wanted))
                .bind("run", run)
                .mapTo(Long.class)
                .list()));
    }

    private static Update bound(Update statement, long run, Instant now) {
        return statement.bind("run", run).bind("now", now);
    }
}
