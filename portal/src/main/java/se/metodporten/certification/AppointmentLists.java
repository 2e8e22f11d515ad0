package se.metodporten.certification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentAccess;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Containing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** Lists of appointments with their standing, filtered, sorted and paged by the database. */
@Service
public class AppointmentLists {

    private static final String FROM = """
             from appointment a
            join role r on r.id = a.role_id
            join person o on o.id = a.person_id
            join person p on p.id = coalesce(o.merged_into, o.id)
            join place_version v on v.id = (
              select n.id from place_version n
              where n.place_id = a.place_id and n.known_until = '9999-12-31 23:59:59'
              order by :today between n.valid_from and n.valid_through desc, n.valid_from desc limit 1)
            join standing_period s on s.appointment_id = a.id and s.known_until = '9999-12-31 23:59:59'
              and greatest(:asOf, a.valid_from) between s.valid_from and s.valid_through
            where\s""";

    @Inject
    private Guard guard;

    @Inject
    private AppointmentAccess access;

    @Inject
    private Names names;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    private record Found(
            long id, long personId, String person, String roleCode, Bilingual role, long placeId, String place) {}

    /** The appointments that the reader sees; people with protected identity only where the reader may know them. */
    public Page<AppointmentRow> find(AppointmentSearch search, Paging paging) {
        Scope scope = access.scope();
        if (scope.isEmpty()) {
            throw guard.refusal("LIST_APPOINTMENTS", null);
        }
        NameScope visible = names.forReader();
        String where = FROM + AppointmentAccess.within(scope) + " and " + visible.visible("p") + filters(search);
        return database.query(handle -> {
            int total = bound(handle.createQuery("select count(*)" + where), scope, visible, search)
                    .mapTo(int.class)
                    .one();
            List<Found> found = bound(
                            handle.createQuery("""
                                    select a.id, p.id person_id, concat(p.given_name, ' ', p.family_name) person,
                                      r.code, r.name_sv, r.name_en, a.place_id, v.name place""" + where + " order by "
                                    + search.sort().by(search.falling()) + " limit :size offset :skip"),
                            scope,
                            visible,
                            search)
                    .bind("size", paging.size())
                    .bind("skip", paging.skipped())
                    .map((row, context) -> new Found(
                            row.getLong("id"),
                            row.getLong("person_id"),
                            row.getString("person"),
                            row.getString("code"),
                            new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                            row.getLong("place_id"),
                            row.getString("place")))
                    .list();
            return paging.of(withStanding(handle, found, search), total);
        });
    }

    private List<AppointmentRow> withStanding(Handle handle, List<Found> found, AppointmentSearch search) {
        Map<Long, Timeline> timelines =
                Standings.timelines(handle, found.stream().map(Found::id).toList(), clock.instant());
        return found.stream()
                .map(row -> new AppointmentRow(
                        row.id,
                        row.personId,
                        row.person,
                        row.roleCode,
                        row.role,
                        row.placeId,
                        row.place,
                        StandingNow.of(Objects.requireNonNull(timelines.get(row.id)), search.asOf())))
                .toList();
    }

    private static String filters(AppointmentSearch search) {
        StringBuilder filters = new StringBuilder(
                search.standing() == null ? " and s.standing <> 'ENDED'" : " and s.standing = :standing");
        if (search.unitId() != null) {
            filters.append(" and ").append("""
                    (a.place_id = :unit or exists (
                      select 1 from appointment_unit at_unit where at_unit.appointment_id = a.id and at_unit.unit_id = :unit
                        and at_unit.known_until = '9999-12-31 23:59:59'
                        and greatest(:asOf, a.valid_from) between at_unit.valid_from and at_unit.valid_through))""");
        }
        if (search.roleId() != null) {
            filters.append(" and a.role_id = :role");
        }
        if (!search.text().isBlank()) {
            filters.append(" and concat(p.given_name, ' ', p.family_name) like :text escape '|'");
        }
        return filters.toString();
    }

    private Query bound(Query query, Scope scope, NameScope visible, AppointmentSearch search) {
        var today = CountyTime.today(clock);
        Query bound =
                visible.bind(scope.bind(query, today)).bind("today", today).bind("asOf", search.asOf());
        if (search.standing() != null) {
            bound.bind("standing", search.standing());
        }
        if (search.unitId() != null) {
            bound.bind("unit", search.unitId());
        }
        if (search.roleId() != null) {
            bound.bind("role", search.roleId());
        }
        return search.text().isBlank() ? bound : bound.bind("text", Containing.pattern(search.text()));
    }
}
