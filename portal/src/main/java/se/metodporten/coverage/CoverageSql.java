package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;

/** Figures and lists of places in need, all from the same {@link CoverageRows}. */
record CoverageSql(Database database, CoverageRows rows) {

    private static final RowMapper<CoverageFigure> FIGURE = ConstructorMapper.of(CoverageFigure.class);

    /** The county-wide units last. */
    private static final String ORDERED = " order by beside, group_id is null, name, own_kind, group_id";

    /** Whether anything is assumed; else the answers are those of nobody acting. */
    boolean assumes() {
        return rows.assumed() != null;
    }

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

    /** By district with the county-wide units beside; by anything else only the units inside the reader's places. */
    List<CoverageFigure> figures(Level level) {
        return database.query(
                handle -> bound(handle, grouped(level) + ORDERED).map(FIGURE).list());
    }

    /** One page of them, in the same order. */
    Page<CoverageFigure> figures(Level level, Paging paging) {
        String groups = grouped(level);
        return database.query(handle -> {
            int total = bound(handle, "select count(*) from (" + groups + ") g")
                    .mapTo(int.class)
                    .one();
            List<CoverageFigure> figures = bound(handle, groups + ORDERED + " limit :limit offset :offset")
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(FIGURE)
                    .list();
            return paging.of(figures, total);
        });
    }

    private static String grouped(Level level) {
        return String.format(
                Locale.ROOT,
                """
                select %1$s group_id, %2$s name, %5$s own_kind, not c.inside beside, count(*) in_need, sum(c.state = 'COVERED') covered,
                       sum(c.state = 'PARTLY') partly, sum(c.state = 'NOT_COVERED') not_covered,
                       sum(c.state = 'VACANT') vacant
                from coverage c %3$s
                where c.inside or %4$s
                group by %1$s, %2$s, %5$s, c.inside""",
                level.idColumn(),
                level.nameColumn(),
                joined(level),
                level == Level.DISTRICT,
                level == Level.KIND ? "c.own_kind" : "null");
    }

    private Query bound(Handle handle, String select) {
        return rows.bind(
                handle.createQuery(rows.with(1) + select),
                List.of(rows.question().asOf()));
    }

    /** Each organisation's units of each district, compared with an earlier day. */
    List<CoverageTile> tiles(LocalDate before) {
        String sql = rows.with(2) + String.format(Locale.ROOT, """
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
                """, CoverageRows.holds("g", "c.day"));
        return database.query(handle -> rows.bind(
                        handle.createQuery(sql), List.of(rows.question().asOf(), before))
                .map(ConstructorMapper.of(CoverageTile.class))
                .list());
    }

    /** The sum on each day, in their order, also of a day on which nothing is in need. */
    List<CoverageOnDay> ahead(List<LocalDate> days) {
        String sql = rows.with(days.size()) + """
                select d.day, count(c.unit_id) in_need, coalesce(sum(c.state = 'COVERED'), 0) covered, null covered_if_planned
                from days d left join coverage c on c.day = d.day and c.inside
                group by d.day order by d.day""";
        return database.query(handle -> rows.bind(handle.createQuery(sql), days)
                .map(ConstructorMapper.of(CoverageOnDay.class))
                .list());
    }

    /** @param people the places where the reader may know who is appointed; elsewhere how many is not told */
    Page<CoveredUnit> units(UnitFilter filter, Scope people, LocalDate today) {
        @Nullable LocalDate lostBy = filter.lostBy();
        List<LocalDate> days = lostBy == null || lostBy.equals(rows.question().asOf())
                ? List.of(rows.question().asOf())
                : List.of(rows.question().asOf(), lostBy);
        String with = rows.with(days.size());
        String list = with + unitsFrom("coverage", "") + " where " + MATCHING + " order by "
                + filter.sort().column() + (filter.descending() ? " desc" : "")
                + ", c.unit_name, c.unit_id limit :limit offset :offset";
        return database.query(handle -> {
            Query count = handle.createQuery(with + "select count(*) from coverage c where " + MATCHING);
            int total =
                    bindFilter(rows.bind(count, days), filter).mapTo(int.class).one();
            List<CoveredUnit> units = CoverageRows.bindPeople(
                            bindFilter(rows.bind(handle.createQuery(list), days), filter), people, today)
                    .bind("limit", filter.paging().size())
                    .bind("offset", filter.paging().skipped())
                    .map(ConstructorMapper.of(CoveredUnit.class))
                    .list();
            return filter.paging().of(units, total);
        });
    }

    /** All in need inside the reader's places, by name: for a few places that are asked about by their ids. */
    List<CoveredUnit> inside(Scope people, LocalDate today) {
        String sql = rows.with(1) + unitsFrom("coverage", "") + " where c.inside order by c.unit_name, c.unit_id";
        List<LocalDate> days = List.of(rows.question().asOf());
        return database.query(handle -> CoverageRows.bindPeople(rows.bind(handle.createQuery(sql), days), people, today)
                .map(ConstructorMapper.of(CoveredUnit.class))
                .list());
    }

    /**
     * @param coverage its name, or that of something with the same columns
     * @param more columns of it, each with a comma before
     */
    static String unitsFrom(String coverage, String more) {
        return String.format(
                Locale.ROOT, """
                select c.unit_id, c.unit_name, c.organisation_id, c.organisation_name, c.district_id,
                       g.name district_name, k.name_sv kind_sv, k.name_en kind_en, c.own_kind, c.need, case when %2$s then c.certified end certified,
                       case when %2$s then c.appointed end appointed, c.state, null lost_on, null lost_on_if_planned%4$s
                from %3$s c
                left join unit_kind k on k.id = c.unit_kind_id
                left join place_version g on g.place_id = c.district_id and %1$s
                """, CoverageRows.holds("g", "c.day"), CoverageRows.nowBelow("c.unit_id"), coverage, more);
    }

    /** How places in need inside the reader's scope stand on each of some days. */
    List<PlaceOnDay> onDays(List<LocalDate> days) {
        String sql = rows.with(days.size()) + """
                select c.unit_id place_id, c.unit_name name, c.day, c.state, c.need from coverage c where c.inside
                order by c.unit_name, c.unit_id, c.day""";
        return database.query(handle -> rows.bind(handle.createQuery(sql), days)
                .map(ConstructorMapper.of(PlaceOnDay.class))
                .list());
    }

    /** Roles that some place needs on the day. */
    static List<NeededRole> roles(Database database, LocalDate asOf) {
        return database.query(handle -> handle.createQuery("""
                        select r.id, r.code, r.name_sv, r.name_en, r.held_at from role r
                        where exists (select 1 from need n
                                      where n.role_id = r.id and n.number > 0 and n.known_until > :knownAt
                                        and :day between n.valid_from and n.valid_through)
                        order by r.id""")
                .bind("knownAt", CoverageQuestion.NOW)
                .bind("day", asOf)
                .map(ConstructorMapper.of(NeededRole.class))
                .list());
    }

    /** What the name of a group needs; {@code c} has the day. */
    static String joined(Level level) {
        return switch (level) {
            case DISTRICT ->
                "left join place_version g on g.place_id = c.district_id and " + CoverageRows.holds("g", "c.day");
            case KIND -> "left join unit_kind g on g.id = c.unit_kind_id";
            case ORGANISATION, UNIT -> "";
        };
    }

    private static Query bindFilter(Query query, UnitFilter filter) {
        return query.bind("state", filter.state())
                .bind("lacking", filter.lacking())
                .bind("lostBy", filter.lostBy())
                .bind("district", filter.within().districtId())
                .bind("countyWide", filter.within().countyWide())
                .bind("beside", filter.beside())
                .bind("organisation", filter.within().organisationId())
                .bind("kind", filter.within().kindId())
                .bind("ownKind", filter.organisationKind())
                .bind("unit", filter.within().unitId());
    }
}
