package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;

/**
 * The one aggregate behind every figure and list of coverage, so that figure and list cannot differ: for each role and day
 * asked about, the places in need, how many serve them, and what that makes them. A place is a unit, or an organisation
 * where the role is one that an organisation has; an organisation lies in itself.
 *
 * @param assumed timelines as {@link PlannedStandings} or {@link IfDone} writes them, instead of those known of the same
 *     appointments; null for none
 * @param only these places; empty for all
 */
record CoverageRows(
        CoverageQuestion question, Scope scope, @Nullable String assumed, List<Long> only) {

    private static final long NOWHERE = 0L;

    /**
     * With {@code + interval 0 day} and {@code + 0} who serves is looked up by the unit, never by a day or a role, where all
     * of them serve. With a limit that no county reaches the places are worked out first; else their need would be each time
     * it is named.
     */
    private static final String COVERAGE = """
            in_need as (
              select r.id role_id, d.day, v.place_id unit_id, v.name unit_name, o.place_id organisation_id, o.name organisation_name,
                     o.organisation_kind, o.tile_row, o.tile_column, o.tile_name, v.district_id, v.unit_kind_id,
                     v.organisation_kind own_kind,
                     coalesce(x.number, (
                       select n.number from need n
                       where n.role_id = r.id and n.place_id is null and n.unit_kind_id <=> v.unit_kind_id and %4$s
                         and (n.organisation_kind is null or n.organisation_kind = o.organisation_kind)
                       order by n.organisation_kind is null, n.id desc limit 1), 0) need,
                     %5$s inside
              from days d
              join role r on %8$s
              join place u on u.kind = r.held_at
              join place_version v on v.place_id = u.id and %1$s
              left join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id) and %2$s
              left join need x force index (need_place) on x.role_id = r.id and x.place_id = v.place_id and %3$s
              where %7$s
              limit 1000000000),
            served as (
              select e.role_id, e.day, e.unit_id, count(distinct e.person_id) appointed,
                     count(distinct case when e.certified then e.person_id end) certified
              from (%6$s) e
              group by e.role_id, e.day, e.unit_id),
            coverage as (
              select i.*, coalesce(s.appointed, 0) appointed, coalesce(s.certified, 0) certified,
                     case when coalesce(s.certified, 0) >= i.need then 'COVERED'
                          when s.certified > 0 then 'PARTLY'
                          when s.appointed > 0 then 'NOT_COVERED'
                          else 'VACANT' end state
              from in_need i left join served s
                on s.unit_id = i.unit_id and s.role_id + 0 = i.role_id and s.day + interval 0 day = i.day
              where i.need > 0 and (i.inside or (i.district_id is null and exists (
                select 1 from place seen where seen.kind = 'DISTRICT' and seen.id in (<scope>)))))
            """;

    /**
     * Who serves which place on which day, and whether they are certified. The order of the joins is the text's: each row
     * is read once however many days are asked about, where the optimizer would begin with the days and read all for each.
     */
    private static final String SERVING = """
            select r.id role_id, d.day, coalesce(au.unit_id, a.place_id) unit_id, coalesce(p.merged_into, p.id) person_id,
                   %1$s certified
            from role r %6$s
            straight_join appointment a on a.role_id = r.id %7$s
            straight_join person p on p.id = a.person_id
            straight_join %2$s s on s.appointment_id = a.id and %3$s
            left join appointment_unit au on au.appointment_id = a.id and r.held_at = 'UNIT' and %4$s
            straight_join days d on d.day between s.valid_from and s.valid_through
              and (au.id is null or d.day between au.valid_from and au.valid_through)
            where %8$s and (au.id is not null or r.held_at = 'ORGANISATION') and %5$s""";

    /** Of an assumption that names the place too ({@link IfDone}): whoever serves there now does not matter. */
    private static final String ASSUMED_PLACED = """
            select r.id role_id, d.day, s.unit_id, s.person_id, s.certified from days d
            join role r on %1$s
            join assumed s on s.unit_id is not null and d.day between s.valid_from and s.valid_through""";

    /** The appointments that have to do with the only places asked about. */
    private static final String SERVING_ONLY = """
            straight_join (select appointment_id id from appointment_unit where unit_id in (<only>)
                  union select id from appointment where place_id in (<only>)) mine""";

    /** Defines {@code assumed}, without the comma that more definitions would need. */
    static final String ASSUMED = """
            assumed as (
              select j.appointment_id, j.valid_from, j.valid_through, j.certified, j.person_id, j.unit_id
              from json_table(:assumed, '$[*]' columns (
                appointment_id bigint path '$[0]', valid_from date path '$[1]', valid_through date path '$[2]',
                certified boolean path '$[3]', person_id bigint path '$[4]', unit_id bigint path '$[5]')) j)
            """;

    /** Defines {@code coverage}: a row for each role that each place needs on so many days, {@code day0}, {@code day1}, … */
    String with(int days) {
        String each = IntStream.range(0, days)
                .mapToObj(i -> "select cast(:day" + i + " as date) day")
                .collect(Collectors.joining(" union all "));
        return "with days as (" + each + "),\n" + (assumed == null ? "" : ASSUMED + ",\n")
                + String.format(
                        Locale.ROOT,
                        COVERAGE,
                        holds("v", "d.day"),
                        holds("o", "d.day"),
                        holds("x", "d.day"),
                        holds("n", "d.day"),
                        scope.covers("v.place_id", "d.day"),
                        serving(),
                        places(),
                        question.roles());
    }

    /** All places are needed only where a figure has county-wide ones beside it. */
    private String places() {
        if (!only.isEmpty()) {
            return "v.place_id in (<only>)";
        }
        return question.isOfEveryRole()
                ? "v.place_id in (select reach.place_id from place_ancestor reach where reach.ancestor_id in (<scope>))"
                : "true";
    }

    private String serving() {
        return assumed == null
                ? stored("true")
                : stored("a.id not in (select appointment_id from assumed)") + "\nunion all\n" + instead();
    }

    private String stored(String which) {
        return serving(
                "s.standing in ('CERTIFIED', 'REFRESHER_DUE')",
                "standing_period",
                known("s") + " and s.standing <> 'ENDED'",
                which);
    }

    private String instead() {
        return serving("s.certified", "assumed", "s.unit_id is null", "true") + "\nunion all\n"
                + String.format(Locale.ROOT, ASSUMED_PLACED, question.roles());
    }

    private String serving(String certified, String periods, String which, String appointments) {
        return String.format(
                Locale.ROOT,
                SERVING,
                certified,
                periods,
                which,
                known("au"),
                appointments,
                only.isEmpty() ? "" : SERVING_ONLY,
                only.isEmpty() ? "" : "and a.id = mine.id",
                question.roles());
    }

    /** Binds what {@link #with} needs, for as many days. */
    Query bind(Query query, List<LocalDate> days) {
        for (int i = 0; i < days.size(); i++) {
            query.bind("day" + i, days.get(i));
        }
        if (assumed != null) {
            query.bind("assumed", assumed);
        }
        if (!only.isEmpty()) {
            query.bindList("only", only);
        }
        return question.bindRole(scope.bind(query)).bind("knownAt", question.knownAt());
    }

    /** True on the day and known at the moment asked about. */
    static String holds(String alias, String day) {
        return String.format(Locale.ROOT, "%2$s between %1$s.valid_from and %1$s.valid_through and ", alias, day)
                + known(alias);
    }

    static String known(String alias) {
        return String.format(Locale.ROOT, "%1$s.known_from <= :knownAt and %1$s.known_until > :knownAt", alias);
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
}
