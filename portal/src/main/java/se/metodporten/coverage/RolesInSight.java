package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;

/** All roles at once, in one statement however many there are: figures, and the first rows of the lists behind them. */
record RolesInSight(Database database, CoverageRows rows) {

    private static final RowMapper<CoveredUnit> UNIT = ConstructorMapper.of(CoveredUnit.class);

    /** Of each role the most urgent place is there, which has the role's figures with it. */
    private static final String RANKED = """
            , stands as (
              select c.*, c.state <> 'COVERED' lacking,
                     c.state = 'COVERED' and not max(c.day = :day1 and c.state = 'COVERED')
                       over (partition by c.role_id, c.unit_id) losing
              from coverage c),
            ranked as (
              select c.*, count(*) over of_role in_need, sum(c.lacking) over of_role all_lacking,
                     sum(c.losing) over of_role all_losing,
                     row_number() over (partition by c.role_id order by %1$s, c.unit_name, c.unit_id) urgency,
                     row_number() over (partition by c.role_id order by not c.losing, c.unit_name, c.unit_id) loss
              from stands c where c.day = :day0 and c.inside
              window of_role as (partition by c.role_id))
            """;

    private record Row(
            long roleId,
            int inNeed,
            int lacking,
            int losing,
            boolean amongLacking,
            boolean amongLosing,
            CoveredUnit unit) {}

    /** In order of their ids; a role that no place inside the reader's scope needs is left out. @param named places of each list */
    List<RoleInSight> on(LocalDate soon, int named, Scope people, LocalDate today) {
        List<LocalDate> days = List.of(rows.question().asOf(), soon);
        String sql = rows.with(days.size()) + String.format(Locale.ROOT, RANKED, UnitFilter.Sort.STATE.column())
                + CoverageSql.unitsFrom("ranked", """
                        , c.role_id, c.in_need, c.all_lacking, c.all_losing, c.lacking and c.urgency <= :named among_lacking,
                        c.losing and c.loss <= :named among_losing""")
                + """
                where (c.lacking and c.urgency <= :named) or (c.losing and c.loss <= :named) or c.urgency = 1
                order by c.role_id, c.urgency""";
        Map<Long, List<Row>> byRole = new LinkedHashMap<>();
        database.query(handle -> CoverageRows.bindPeople(rows.bind(handle.createQuery(sql), days), people, today)
                        .bind("named", named)
                        .map((row, context) -> new Row(
                                row.getLong("role_id"),
                                row.getInt("in_need"),
                                row.getInt("all_lacking"),
                                row.getInt("all_losing"),
                                row.getBoolean("among_lacking"),
                                row.getBoolean("among_losing"),
                                UNIT.map(row, context)))
                        .list())
                .forEach(row -> byRole.computeIfAbsent(row.roleId, role -> new ArrayList<>())
                        .add(row));
        return byRole.values().stream().map(RolesInSight::told).toList();
    }

    private static RoleInSight told(List<Row> ofRole) {
        Row any = ofRole.get(0);
        return new RoleInSight(
                any.roleId,
                any.inNeed,
                any.lacking,
                units(ofRole, Row::amongLacking),
                any.losing,
                units(ofRole, Row::amongLosing));
    }

    private static List<CoveredUnit> units(List<Row> ofRole, Predicate<Row> which) {
        return ofRole.stream().filter(which).map(Row::unit).toList();
    }
}
