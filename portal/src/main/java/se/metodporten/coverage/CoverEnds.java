package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.coverage.rules.CoverEnd;

/** Tells of some covered places until when they are, in one statement, whichever roles they are asked about for. */
record CoverEnds(
        Database database,
        CoverageQuestion question,
        @Nullable String assumed) {

    private static final String COVERS = """
            select r.id role_id, coalesce(au.unit_id, a.place_id) unit_id, coalesce(p.merged_into, p.id) person_id,
                   greatest(s.valid_from, coalesce(au.valid_from, s.valid_from)) covers_from,
                   least(s.valid_through, coalesce(au.valid_through, s.valid_through)) covers_through
            from (select appointment_id id from appointment_unit where unit_id in (<only>)
                  union select id from appointment where place_id in (<only>)) mine
            join appointment a on a.id = mine.id
            join role r on r.id = a.role_id and %5$s
            join %1$s s on s.appointment_id = a.id and %2$s and s.valid_through >= :day
            left join appointment_unit au on au.appointment_id = a.id and r.held_at = 'UNIT' and %3$s
                 and au.valid_through >= :day
            join person p on p.id = a.person_id
            where coalesce(au.unit_id, a.place_id) in (<only>) and (au.id is not null or r.held_at = 'ORGANISATION') and %4$s""";

    private record Row(long roleId, long unitId, long personId, LocalDate coversFrom, LocalDate coversThrough) {}

    /** By place, for those that are covered: the first day on which they no longer are, where that comes. */
    Map<Long, LocalDate> of(List<CoveredUnit> places) {
        return covers(covered(Stream.of(places))).values().stream()
                .findFirst()
                .map(covers -> ends(places, covers))
                .orElseGet(() -> ends(places, Map.of()));
    }

    /** As {@link #of}, of places by role. */
    Map<Long, Map<Long, LocalDate>> ofRoles(Map<Long, List<CoveredUnit>> places) {
        Map<Long, Map<Long, List<CoverEnd.Cover>>> covers = covers(covered(places.values().stream()));
        Map<Long, Map<Long, LocalDate>> ends = new HashMap<>();
        places.forEach((role, inNeed) -> ends.put(role, ends(inNeed, covers.getOrDefault(role, Map.of()))));
        return ends;
    }

    private static List<Long> covered(Stream<List<CoveredUnit>> places) {
        return places.flatMap(List::stream)
                .filter(place -> !place.lacking())
                .map(CoveredUnit::unitId)
                .distinct()
                .toList();
    }

    private Map<Long, LocalDate> ends(List<CoveredUnit> places, Map<Long, List<CoverEnd.Cover>> covers) {
        Map<Long, LocalDate> ends = new HashMap<>();
        places.stream()
                .filter(place -> !place.lacking())
                .forEach(place -> CoverEnd.firstDayWithout(
                                place.need(), covers.getOrDefault(place.unitId(), List.of()), question.asOf())
                        .ifPresent(day -> ends.put(place.unitId(), day)));
        return ends;
    }

    /** By role and place. */
    private Map<Long, Map<Long, List<CoverEnd.Cover>>> covers(List<Long> places) {
        Map<Long, Map<Long, List<CoverEnd.Cover>>> covers = new HashMap<>();
        if (places.isEmpty()) {
            return covers;
        }
        database
                .query(handle -> {
                    Query query = question.bindRole(handle.createQuery(sql()))
                            .bindList("only", places)
                            .bind("day", question.asOf())
                            .bind("knownAt", question.knownAt());
                    return (assumed == null ? query : query.bind("assumed", assumed))
                            .map((row, context) -> new Row(
                                    row.getLong("role_id"),
                                    row.getLong("unit_id"),
                                    row.getLong("person_id"),
                                    Objects.requireNonNull(row.getObject("covers_from", LocalDate.class)),
                                    Objects.requireNonNull(row.getObject("covers_through", LocalDate.class))))
                            .list();
                })
                .stream()
                .filter(row -> !row.coversThrough.isBefore(row.coversFrom))
                .forEach(row -> covers.computeIfAbsent(row.roleId, role -> new HashMap<>())
                        .computeIfAbsent(row.unitId, unit -> new ArrayList<>())
                        .add(new CoverEnd.Cover(row.personId, row.coversFrom, row.coversThrough)));
        return covers;
    }

    private String sql() {
        String known = CoverageRows.known("s") + " and s.standing in ('CERTIFIED', 'REFRESHER_DUE')";
        String units = CoverageRows.known("au");
        String roles = question.roles();
        if (assumed == null) {
            return String.format(Locale.ROOT, COVERS, "standing_period", known, units, "true", roles);
        }
        return "with "
                + CoverageRows.ASSUMED
                + String.format(
                        Locale.ROOT,
                        COVERS,
                        "standing_period",
                        known,
                        units,
                        "a.id not in (select appointment_id from assumed)",
                        roles)
                + "\nunion all\n"
                + String.format(Locale.ROOT, COVERS, "assumed", "s.certified", units, "true", roles);
    }
}
