package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;
import se.metodporten.common.Page;

/**
 * The one aggregate behind every figure and list of coverage, so that figure and list cannot differ: for each of the days
 * asked about, the places in need, how many serve them, and what that makes them. A place is a unit, or an organisation
 * where the role is one that an organisation has; an organisation lies in itself.
 */
final class CoverageSql {

    private static final long NOWHERE = 0L;

    private static final String COVERAGE = """
            in_need as (
              select d.day, v.place_id unit_id, v.name unit_name, o.place_id organisation_id, o.name organisation_name,
                     o.organisation_kind, o.tile_row, o.tile_column, o.tile_name, v.district_id, v.unit_kind_id,
                     v.organisation_kind own_kind,
                     coalesce(x.number, (
                       select n.number from need n
                       where n.role_id = r.id and n.place_id is null and n.unit_kind_id <=> v.unit_kind_id and %4$s
                         and (n.organisation_kind is null or n.organisation_kind = o.organisation_kind)
                       order by n.organisation_kind is null, n.id desc limit 1), 0) need,
                     %5$s inside
              from days d
              join role r on r.code = :role
              join place u on u.kind = r.held_at
              join place_version v on v.place_id = u.id and %1$s
              left join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id) and %2$s
              left join need x on x.role_id = r.id and x.place_id = v.place_id and %3$s),
            served as (
              select d.day, coalesce(au.unit_id, a.place_id) unit_id, count(distinct coalesce(p.merged_into, p.id)) appointed,
                     count(distinct case when s.standing in ('CERTIFIED', 'REFRESHER_DUE')
                                         then coalesce(p.merged_into, p.id) end) certified
              from days d
              join role r on r.code = :role
              join appointment a on a.role_id = r.id
              join standing_period s on s.appointment_id = a.id and %6$s and s.standing <> 'ENDED'
              left join appointment_unit au on au.appointment_id = a.id and r.held_at = 'UNIT' and %7$s
              join person p on p.id = a.person_id
              where au.id is not null or r.held_at = 'ORGANISATION'
              group by d.day, coalesce(au.unit_id, a.place_id)),
            coverage as (
              select i.*, coalesce(s.appointed, 0) appointed, coalesce(s.certified, 0) certified,
                     case when coalesce(s.certified, 0) >= i.need then 'COVERED'
                          when s.certified > 0 then 'PARTLY'
                          when s.appointed > 0 then 'NOT_COVERED'
                          else 'VACANT' end state
              from in_need i left join served s on s.unit_id = i.unit_id and s.day = i.day
              where i.need > 0 and (i.inside or (i.district_id is null and exists (
                select 1 from place seen where seen.kind = 'DISTRICT' and seen.id in (<scope>)))))
            """;

    /** The units beside are those county-wide ones that the reader does not have below the own places. */
    private static final String MATCHING = """
            c.day = :day0
            and c.inside <> :beside
            and (:state is null or c.state = :state)
            and (not :lacking or c.state <> 'COVERED')
            and (:lostBy is null or (c.state = 'COVERED' and not exists (
                  select 1 from coverage later
                  where later.day = :lostBy and later.unit_id = c.unit_id and later.state = 'COVERED')))
            and (:district is null or c.district_id = :district)
            and (not :countyWide or c.district_id is null)
            and (:organisation is null or c.organisation_id = :organisation)
            and (:kind is null or c.unit_kind_id = :kind)
            and (:ownKind is null or c.own_kind = :ownKind)
            and (:unit is null or c.unit_id = :unit)
            """;

    private CoverageSql() {}

    /** By district with the county-wide units beside; by anything else only the units inside the reader's places. */
    static List<CoverageFigure> figures(Database database, CoverageQuestion question, Level level, Scope scope) {
        String sql = with(scope, 1)
                + String.format(
                        Locale.ROOT,
                        """
                select %1$s group_id, %2$s name, %5$s own_kind, not c.inside beside, count(*) in_need, sum(c.state = 'COVERED') covered,
                       sum(c.state = 'PARTLY') partly, sum(c.state = 'NOT_COVERED') not_covered,
                       sum(c.state = 'VACANT') vacant
                from coverage c %3$s
                where c.inside or %4$s
                group by %1$s, %2$s, %5$s, c.inside order by c.inside desc, %1$s is null, %2$s, %5$s""",
                        level.idColumn(),
                        level.nameColumn(),
                        joined(level),
                        level == Level.DISTRICT,
                        level == Level.KIND ? "c.own_kind" : "null");
        return database.query(handle -> bind(handle.createQuery(sql), question, scope, List.of(question.asOf()))
                .map(ConstructorMapper.of(CoverageFigure.class))
                .list());
    }

    /** Each organisation's units of each district, compared with an earlier day. */
    static List<CoverageTile> tiles(Database database, CoverageQuestion question, LocalDate before, Scope scope) {
        String sql = with(scope, 2) + String.format(Locale.ROOT, """
                select c.organisation_id, c.organisation_name, c.organisation_kind, c.tile_row, c.tile_column, c.tile_name,
                       c.district_id, g.name district_name, count(*) in_need, sum(c.state = 'COVERED') covered,
                       sum(c.state = 'PARTLY') partly,
                       (select count(*) from coverage e
                        where e.day = :day1 and e.inside and e.state = 'COVERED'
                          and e.organisation_id = c.organisation_id and e.district_id <=> c.district_id) covered_before
                from coverage c
                left join place_version g on g.place_id = c.district_id and %1$s
                where c.inside and c.day = :day0
                group by c.organisation_id, c.organisation_name, c.organisation_kind, c.tile_row, c.tile_column,
                         c.tile_name, c.district_id, g.name
                order by c.tile_row is null, c.tile_row, c.tile_column, c.organisation_name, g.name is null, g.name
                """, holds("g", "c.day"));
        return database.query(handle -> bind(handle.createQuery(sql), question, scope, List.of(question.asOf(), before))
                .map(ConstructorMapper.of(CoverageTile.class))
                .list());
    }

    /** The sum on each day, in their order, also of a day on which nothing is in need. */
    static List<CoverageOnDay> ahead(Database database, CoverageQuestion question, List<LocalDate> days, Scope scope) {
        String sql = with(scope, days.size()) + """
                select d.day, count(c.unit_id) in_need, coalesce(sum(c.state = 'COVERED'), 0) covered
                from days d left join coverage c on c.day = d.day and c.inside
                group by d.day order by d.day""";
        return database.query(handle -> bind(handle.createQuery(sql), question, scope, days)
                .map(ConstructorMapper.of(CoverageOnDay.class))
                .list());
    }

    /** @param people the places where the reader may know who is appointed; elsewhere how many is not told */
    static Page<CoveredUnit> units(
            Database database,
            CoverageQuestion question,
            UnitFilter filter,
            Scope scope,
            Scope people,
            LocalDate today) {
        @Nullable LocalDate lostBy = filter.lostBy();
        List<LocalDate> days = lostBy == null || lostBy.equals(question.asOf())
                ? List.of(question.asOf())
                : List.of(question.asOf(), lostBy);
        String with = with(scope, days.size());
        String rows = with
                + String.format(
                        Locale.ROOT,
                        """
                select c.unit_id, c.unit_name, c.organisation_id, c.organisation_name, g.name district_name,
                       k.name_sv kind_sv, k.name_en kind_en, c.own_kind, c.need, case when %4$s then c.certified end certified,
                       case when %4$s then c.appointed end appointed, c.state
                from coverage c
                left join unit_kind k on k.id = c.unit_kind_id
                left join place_version g on g.place_id = c.district_id and %1$s
                where %2$s
                order by %3$s, c.unit_name, c.unit_id limit :limit offset :offset""",
                        holds("g", "c.day"),
                        MATCHING,
                        filter.sort().column() + (filter.descending() ? " desc" : ""),
                        nowBelow("c.unit_id"));
        return database.query(handle -> {
            Query count = handle.createQuery(with + "select count(*) from coverage c where " + MATCHING);
            int total = bindFilter(bind(count, question, scope, days), filter)
                    .mapTo(int.class)
                    .one();
            List<CoveredUnit> units = bindPeople(
                            bindFilter(bind(handle.createQuery(rows), question, scope, days), filter), people, today)
                    .bind("limit", filter.paging().size())
                    .bind("offset", filter.paging().skipped())
                    .map(ConstructorMapper.of(CoveredUnit.class))
                    .list();
            return filter.paging().of(units, total);
        });
    }

    /** Roles that some place needs on the day. */
    static List<NeededRole> roles(Database database, LocalDate asOf) {
        return database.query(handle -> handle.createQuery("""
                        select r.code, r.name_sv, r.name_en, r.held_at from role r
                        where exists (select 1 from need n
                                      where n.role_id = r.id and n.number > 0 and n.known_until > :knownAt
                                        and :day between n.valid_from and n.valid_through)
                        order by r.id""")
                .bind("knownAt", CoverageQuestion.NOW)
                .bind("day", asOf)
                .map(ConstructorMapper.of(NeededRole.class))
                .list());
    }

    /**
     * True of a unit that lies below the reader's places for people today; a closed unit where it lay last, a coming one
     * where it will lie first (domain.md "The places"). Needs {@link #bindPeople}.
     */
    static String nowBelow(String unit) {
        return String.format(Locale.ROOT, """
                exists (select 1 from place_ancestor pa
                  where pa.place_id = %1$s and pa.ancestor_id in (<people>) and pa.known_until = '9999-12-31 23:59:59'
                    and (select least(greatest(:today, min(life.valid_from)), max(life.valid_through))
                         from place_ancestor life
                         where life.place_id = %1$s and life.ancestor_id = %1$s
                           and life.known_until = '9999-12-31 23:59:59') between pa.valid_from and pa.valid_through)
                """, unit);
    }

    static Query bindPeople(Query query, Scope people, LocalDate today) {
        return query.bind("today", today)
                .bindList("people", people.isEmpty() ? List.of(NOWHERE) : List.copyOf(people.roots()));
    }

    private static String with(Scope scope, int days) {
        String each = IntStream.range(0, days)
                .mapToObj(i -> "select cast(:day" + i + " as date) day")
                .collect(Collectors.joining(" union all "));
        return "with days as (" + each + "),\n"
                + String.format(
                        Locale.ROOT,
                        COVERAGE,
                        holds("v", "d.day"),
                        holds("o", "d.day"),
                        holds("x", "d.day"),
                        holds("n", "d.day"),
                        scope.covers("v.place_id", "d.day"),
                        holds("s", "d.day"),
                        holds("au", "d.day"));
    }

    /** True on the day and known at the moment asked about. */
    static String holds(String alias, String day) {
        return String.format(Locale.ROOT, "%2$s between %1$s.valid_from and %1$s.valid_through", alias, day)
                + String.format(Locale.ROOT, " and %1$s.known_from <= :knownAt and %1$s.known_until > :knownAt", alias);
    }

    /** What the name of a group needs; {@code c} has the day. */
    static String joined(Level level) {
        return switch (level) {
            case DISTRICT -> "left join place_version g on g.place_id = c.district_id and " + holds("g", "c.day");
            case KIND -> "left join unit_kind g on g.id = c.unit_kind_id";
            case ORGANISATION, UNIT -> "";
        };
    }

    private static Query bind(Query query, CoverageQuestion question, Scope scope, List<LocalDate> days) {
        for (int i = 0; i < days.size(); i++) {
            query.bind("day" + i, days.get(i));
        }
        return scope.bind(query).bind("role", question.role()).bind("knownAt", question.knownAt());
    }

    private static Query bindFilter(Query query, UnitFilter filter) {
        return query.bind("state", filter.state())
                .bind("lacking", filter.lacking())
                .bind("lostBy", filter.lostBy())
                .bind("district", filter.districtId())
                .bind("countyWide", filter.countyWide())
                .bind("beside", filter.beside())
                .bind("organisation", filter.organisationId())
                .bind("kind", filter.kindId())
                .bind("ownKind", filter.organisationKind())
                .bind("unit", filter.unitId());
    }
}
