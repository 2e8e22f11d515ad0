package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.person.NameScope;

/**
 * The one statement behind figures and lists of appointments by standing. Both are about people, so both hold only whom
 * the reader may know: by the places of today, and protected identities only where {@link NameScope} lets them be seen.
 * An appointment counts once, in the place where it is held.
 */
record AppointmentSql(Database database, CoverageQuestion question, Scope people, NameScope names, LocalDate today) {

    private static final String HELD = """
            with mine as (select u.id from place u where u.kind in ('UNIT', 'ORGANISATION') and %6$s),
            held as (
              select a.id, s.id period_id, s.standing, s.valid_from since, s.due_day, coalesce(p.merged_into, p.id) person_id,
                     case when r.held_at = 'ORGANISATION' then a.place_id
                          else coalesce(max(case when au.unit_id = a.place_id then au.unit_id end), min(au.unit_id)) end unit_id
              from role r
              join appointment a on a.role_id = r.id
              join standing_period s on s.appointment_id = a.id and %1$s and s.standing <> 'ENDED'
              left join appointment_unit au on au.appointment_id = a.id and r.held_at = 'UNIT' and %2$s
              join person p on p.id = a.person_id
              where r.code = :role
              group by a.id, s.id, p.id),
            placed as (
              select cast(:day as date) day, h.*, p.given_name, p.family_name, v.name unit_name, v.unit_kind_id, o.place_id organisation_id,
                     o.name organisation_name, v.district_id
              from held h
              join mine on mine.id = h.unit_id
              join person p on p.id = h.person_id
              join place_version v on v.place_id = h.unit_id and %3$s
              left join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id) and %4$s
              where %5$s)
            """;

    private static final RowMapper<AppointmentFigure> FIGURE = ConstructorMapper.of(AppointmentFigure.class);

    /** Those in county-wide units last. */
    private static final String ORDERED = " order by group_id is null, name, group_id";

    /** Certified, and to be renewed from the day asked about until a day that follows. */
    static final String DUE = "c.standing in ('CERTIFIED', 'REFRESHER_DUE') and c.due_day between :day and ";

    private static final String MATCHING = String.format(Locale.ROOT, """
            (:standing is null or c.standing = :standing)
            and (:dueThrough is null or (%s :dueThrough))
            and (:district is null or c.district_id = :district)
            and (not :countyWide or c.district_id is null)
            and (:organisation is null or c.organisation_id = :organisation)
            and (:kind is null or c.unit_kind_id = :kind)
            and (:unit is null or c.unit_id = :unit)
            """, DUE);

    List<AppointmentFigure> figures(Level level) {
        return database.query(handle -> bindDue(handle.createQuery(grouped(level) + ORDERED))
                .map(FIGURE)
                .list());
    }

    /** One page of them, in the same order. */
    Page<AppointmentFigure> figures(Level level, Paging paging) {
        return database.query(handle -> {
            int total = bind(handle.createQuery(held()
                            + String.format(
                                    Locale.ROOT,
                                    "select count(*) from (select distinct %1$s, %2$s from placed c %3$s) g",
                                    level.idColumn(),
                                    level.nameColumn(),
                                    CoverageSql.joined(level))))
                    .mapTo(int.class)
                    .one();
            List<AppointmentFigure> figures = bindDue(
                            handle.createQuery(grouped(level) + ORDERED + " limit :limit offset :offset"))
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(FIGURE)
                    .list();
            return paging.of(figures, total);
        });
    }

    private String grouped(Level level) {
        return held()
                + String.format(Locale.ROOT, """
                select %1$s group_id, %2$s name, sum(c.standing = 'CERTIFIED') certified,
                       sum(c.standing = 'REFRESHER_DUE') refresher_due, sum(c.standing = 'NOMINATED') nominated,
                       sum(c.standing = 'LAPSED') lapsed, sum(c.standing = 'PAUSED') paused,
                       sum(case when %4$s :soon then 1 else 0 end) due_soon,
                       sum(case when %4$s :year then 1 else 0 end) due_year
                from placed c %3$s
                group by %1$s, %2$s""", level.idColumn(), level.nameColumn(), CoverageSql.joined(level), DUE);
    }

    Page<AppointmentOnDay> list(AppointmentFilter filter) {
        String rows = held()
                + String.format(
                        Locale.ROOT,
                        """
                select c.id, c.person_id, concat(c.given_name, ' ', c.family_name) name, c.unit_id, c.unit_name,
                       c.organisation_id, c.organisation_name, c.district_id, g.name district_name, c.standing, c.since, c.due_day
                from placed c left join place_version g on g.place_id = c.district_id and %1$s
                where %2$s
                order by %3$s, c.family_name, c.given_name, c.id limit :limit offset :offset""",
                        CoverageRows.holds("g", "c.day"),
                        MATCHING,
                        filter.sort().by(filter.descending()));
        return database.query(handle -> {
            int total = bindFilter(
                            handle.createQuery(held() + "select count(*) from placed c where " + MATCHING), filter)
                    .mapTo(int.class)
                    .one();
            List<AppointmentOnDay> found = bindFilter(handle.createQuery(rows), filter)
                    .bind("limit", filter.paging().size())
                    .bind("offset", filter.paging().skipped())
                    .map(ConstructorMapper.of(AppointmentOnDay.class))
                    .list();
            return filter.paging().of(found, total);
        });
    }

    /** Defines {@code placed}: a row for each appointment, with who holds it and where. */
    String held() {
        return String.format(
                Locale.ROOT,
                HELD,
                CoverageRows.holds("s", ":day"),
                CoverageRows.holds("au", ":day"),
                CoverageRows.holds("v", ":day"),
                CoverageRows.holds("o", ":day"),
                names.visible("p"),
                CoverageRows.nowBelow("u.id"));
    }

    /** Binds what {@link #held} needs. */
    Query bind(Query query) {
        return names.bind(CoverageRows.bindPeople(query, people, today))
                .bind("role", question.role())
                .bind("day", question.asOf())
                .bind("knownAt", question.knownAt());
    }

    private Query bindDue(Query query) {
        return bind(query)
                .bind("soon", DueWithin.SOON.lastDay(question.asOf()))
                .bind("year", DueWithin.YEAR.lastDay(question.asOf()));
    }

    private Query bindFilter(Query query, AppointmentFilter filter) {
        return bind(query)
                .bind("standing", filter.standing())
                .bind("dueThrough", filter.dueThrough())
                .bind("district", filter.within().districtId())
                .bind("countyWide", filter.within().countyWide())
                .bind("organisation", filter.within().organisationId())
                .bind("kind", filter.within().kindId())
                .bind("unit", filter.within().unitId());
    }
}
