package se.metodporten.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/**
 * Writes units' versions and the closure that follows them. What was known is closed, never changed: a row about a
 * period that now reads otherwise gets {@code known_until}, and new rows say what is known from now on.
 */
@ApplicationScoped
class Placements {

    /** A stretch of what is known of a unit. */
    record Version(
            long id,
            String name,
            long unitKindId,
            long organisationId,
            @Nullable Long districtId,
            LocalDate validFrom,
            LocalDate validThrough) {

        UnitDetails details() {
            return new UnitDetails(name, unitKindId, organisationId, districtId);
        }

        boolean reaches(LocalDate day) {
            return !validThrough.isBefore(day);
        }
    }

    private static final String ANCESTORS = """
            insert into place_ancestor (place_id, ancestor_id, valid_from, valid_through, known_from)
            select v.place_id, a.id, v.valid_from, v.valid_through, v.known_from
            from place_version v
            join place a on a.id in (v.place_id, v.organisation_id, v.district_id) or a.kind = 'COUNTY'
            where v.id = :version""";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Inject
    private Event<UnitsChanged> changed;

    /** From the first day on, and as long as given, these details hold; what was known of the time before stays. */
    void hold(long placeId, UnitDetails details, LocalDate from, LocalDate through, String actor) {
        Instant now = clock.instant();
        database.execute(handle -> {
            endBefore(handle, placeId, from, now, actor);
            write(handle, placeId, details, from, through, now, actor);
        });
        changed.fire(new UnitsChanged(List.of(placeId)));
    }

    /** Nothing holds after the last day. */
    void end(long placeId, LocalDate lastDay, String actor) {
        database.execute(handle -> endBefore(handle, placeId, lastDay.plusDays(1), clock.instant(), actor));
        changed.fire(new UnitsChanged(List.of(placeId)));
    }

    /** What is known now of the unit, in order of days; locks the place, so that two changes follow each other. */
    List<Version> lockAndRead(long placeId) {
        return database.query(handle -> {
            handle.createQuery("select id from place where id = :place for update")
                    .bind("place", placeId)
                    .mapTo(long.class)
                    .findOne();
            return known(handle, placeId);
        });
    }

    private static void endBefore(Handle handle, long placeId, LocalDate day, Instant now, String actor) {
        for (Version version : known(handle, placeId)) {
            if (version.reaches(day)) {
                forget(handle, placeId, version, now);
                if (version.validFrom().isBefore(day)) {
                    write(handle, placeId, version.details(), version.validFrom(), day.minusDays(1), now, actor);
                }
            }
        }
    }

    private static List<Version> known(Handle handle, long placeId) {
        return handle.createQuery("""
                        select id, name, unit_kind_id, organisation_id, district_id, valid_from, valid_through
                        from place_version
                        where place_id = :place and known_until = :stillKnown
                        order by valid_from""")
                .bind("place", placeId)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map((row, context) -> new Version(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getLong("unit_kind_id"),
                        row.getLong("organisation_id"),
                        row.getObject("district_id", Long.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_through", LocalDate.class)))
                .list();
    }

    private static void forget(Handle handle, long placeId, Version version, Instant now) {
        handle.createUpdate("update place_version set known_until = :now where id = :id")
                .bind("now", now)
                .bind("id", version.id())
                .execute();
        handle.createUpdate("""
                        update place_ancestor set known_until = :now
                        where place_id = :place and valid_from = :from and known_until = :stillKnown""")
                .bind("now", now)
                .bind("place", placeId)
                .bind("from", version.validFrom())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .execute();
    }

    private static void write(
            Handle handle,
            long placeId,
            UnitDetails details,
            LocalDate from,
            LocalDate through,
            Instant now,
            String actor) {
        long version = handle.createUpdate("""
                        insert into place_version (place_id, name, unit_kind_id, organisation_id, district_id,
                                                   valid_from, valid_through, known_from, recorded_by)
                        values (:place, :name, :kind, :organisation, :district, :from, :through, :now, :actor)""")
                .bind("place", placeId)
                .bind("name", details.name())
                .bind("kind", details.unitKindId())
                .bind("organisation", details.organisationId())
                .bind("district", details.districtId())
                .bind("from", from)
                .bind("through", through)
                .bind("now", now)
                .bind("actor", actor)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        handle.createUpdate(ANCESTORS).bind("version", version).execute();
    }
}
