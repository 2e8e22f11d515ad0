package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.appointment.Asked;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** The statements of the catalogue. Asks no guard: the services do. */
@ApplicationScoped
class CourseSql {

    /** The day a course was first completed, of a person and those merged into them; withdrawn facts do not count. */
    private static final String COMPLETED_ON = """
            (select min(f.valid_from) from fact f join person same on same.id = f.person_id
             where (same.id = %1$s or same.merged_into = %1$s) and f.kind = 'COURSE_COMPLETED' and f.code = %2$s
               and not f.withdrawn and not exists (select 1 from fact later where later.supersedes = f.id))""";

    /** The newest version that they have completed. */
    private static final String COMPLETED_VERSION = COMPLETED_ON.replace("min(f.valid_from)", "max(f.number)");

    private static final String LEAST_FIRST = """

            order by l.completed_on is not null, l.begun, if(l.completed_on is null, l.last_moment, null),
                     l.family_name, l.given_name, l.id limit :limit offset :offset""";

    @Inject
    private Database database;

    @Inject
    private Names names;

    List<CourseCard> cards(long personId, @Nullable String code, LocalDate today) {
        String sql = String.format(
                Locale.ROOT,
                """
                select c.*, exists (
                         select 1 from appointment a
                         join requirement q on q.kind = 'COURSE' and q.code = c.code and q.role_version_id = (
                              select v.id from role_version v where v.role_id = a.role_id and v.valid_from <= :today
                              order by v.valid_from desc, v.known_from desc limit 1)
                         where a.person_id = :person and a.valid_through >= :today
                           and (c.completed_on is null or coalesce(c.completed_version, 0) < q.course_version) and %s) required
                from (select c.code, c.title_sv, c.title_en, c.summary_sv, c.summary_en, c.minutes,
                             (select max(v.number) from course_version v
                              where v.course_id = c.id and v.published_at is not null) version,
                             %s completed_on, %s completed_version,
                             exists (select 1 from attempt t join course_version v on v.id = t.course_version_id
                                     where v.course_id = c.id and t.person_id = :person) begun
                      from course c where (:code is null or c.code = :code)) c
                where c.version is not null
                order by required desc, c.completed_on is not null, c.title_sv""",
                Asked.of("q", "a"),
                String.format(Locale.ROOT, COMPLETED_ON, ":person", "c.code"),
                String.format(Locale.ROOT, COMPLETED_VERSION, ":person", "c.code"));
        return database.query(handle -> handle.createQuery(sql)
                .bind("person", personId)
                .bind("code", code)
                .bind("today", today)
                .map((row, context) -> new CourseCard(
                        row.getString("code"),
                        new Bilingual(row.getString("title_sv"), row.getString("title_en")),
                        new Bilingual(row.getString("summary_sv"), row.getString("summary_en")),
                        row.getInt("minutes"),
                        row.getBoolean("required"),
                        progress(row.getObject("completed_on", LocalDate.class), row.getBoolean("begun")),
                        row.getObject("completed_on", LocalDate.class),
                        row.getObject("version", Integer.class)))
                .list());
    }

    /** Of the first completion that still stands. */
    Optional<Certificate> certificate(long personId, String code) {
        return database.query(handle -> handle.createQuery("""
                        select concat(p.given_name, ' ', p.family_name) learner, c.title_sv, c.title_en, c.summary_sv,
                               c.summary_en, c.minutes, f.number, f.valid_from
                        from person p
                        join person same on same.id = p.id or same.merged_into = p.id
                        join fact f on f.person_id = same.id and f.kind = 'COURSE_COMPLETED' and f.code = :code
                             and not f.withdrawn and not exists (select 1 from fact later where later.supersedes = f.id)
                        join course c on c.code = f.code
                        where p.id = :person
                        order by f.valid_from, f.id limit 1""")
                .bind("person", personId)
                .bind("code", code)
                .map((row, context) -> new Certificate(
                        row.getString("learner"),
                        new Bilingual(row.getString("title_sv"), row.getString("title_en")),
                        new Bilingual(row.getString("summary_sv"), row.getString("summary_en")),
                        row.getInt("minutes"),
                        row.getObject("number", Integer.class),
                        row.getObject("valid_from", LocalDate.class)))
                .findOne());
    }

    List<CourseUnit> units(Scope scope, LocalDate today) {
        return database.query(handle -> {
            Query query = handle.createQuery(String.format(Locale.ROOT, """
                            select u.id, v.name from place u
                            join place_version v on v.place_id = u.id and v.known_until = '9999-12-31 23:59:59'
                                 and :today between v.valid_from and v.valid_through
                            where u.kind = 'UNIT' and %s order by v.name, u.id limit 300""", scope.covers("u.id")))
                    .bind("today", today);
            return scope.bind(query, today)
                    .map(ConstructorMapper.of(CourseUnit.class))
                    .list();
        });
    }

    /** Who works in a unit and may be named; one row a person, whatever employments they have there. */
    private static String staff(NameScope scope) {
        return String.format(Locale.ROOT, """
                (select p.id, %s name, p.family_name, p.given_name, max(e.title) title
                 from employment e join person p on p.id = e.person_id and p.merged_into is null
                 where e.unit_id = :unit and :today between e.valid_from and e.valid_through and %s
                 group by p.id)""", scope.name("p"), scope.visible("p"));
    }

    List<CourseTally> tallies(long unitId, LocalDate today) {
        NameScope scope = names.forReader();
        String sql = String.format(
                Locale.ROOT, """
                select l.code, l.title_sv, l.title_en, l.minutes, sum(l.completed_on is not null) done,
                       sum(l.completed_on is null and l.begun) under_way,
                       sum(l.completed_on is null and not l.begun) not_started
                from (select c.code, c.title_sv, c.title_en, c.minutes, %s completed_on,
                             exists (select 1 from attempt t join course_version v on v.id = t.course_version_id
                                     where v.course_id = c.id and t.person_id = p.id) begun
                      from course c join %s p
                      where exists (select 1 from course_version v where v.course_id = c.id and v.published_at is not null)) l
                group by l.code
                order by sum(l.completed_on is not null or l.begun) desc, l.title_sv""", String.format(Locale.ROOT, COMPLETED_ON, "p.id", "c.code"), staff(scope));
        return database.query(handle -> scope.bind(
                        handle.createQuery(sql).bind("unit", unitId).bind("today", today))
                .map((row, context) -> new CourseTally(
                        row.getString("code"),
                        new Bilingual(row.getString("title_sv"), row.getString("title_en")),
                        row.getInt("minutes"),
                        row.getInt("not_started"),
                        row.getInt("under_way"),
                        row.getInt("done")))
                .list());
    }

    Page<ColleagueRow> colleagues(
            long unitId, String courseCode, CourseCard.@Nullable Progress progress, Paging paging, LocalDate today) {
        NameScope scope = names.forReader();
        String people = String.format(
                Locale.ROOT, """
                from (select p.*, %s completed_on, max(t.last_commit_at) last_moment, count(t.id) > 0 begun,
                             coalesce(sum(t.total_seconds), 0) div 60 minutes
                      from %s p
                      left join (attempt t join course_version v on v.id = t.course_version_id
                                 join course c on c.id = v.course_id and c.code = :course) on t.person_id = p.id
                      group by p.id) l
                where (:progress is null or :progress = case when l.completed_on is not null then 'DONE'
                                                             when l.begun then 'UNDER_WAY' else 'NOT_STARTED' end)""", String.format(Locale.ROOT, COMPLETED_ON, "p.id", ":course"), staff(scope));
        return database.query(handle -> {
            int total = scope.bind(
                            bind(handle.createQuery("select count(*) " + people), unitId, courseCode, progress, today))
                    .mapTo(int.class)
                    .one();
            List<ColleagueRow> rows = scope.bind(bind(
                                    handle.createQuery("select l.* " + people + LEAST_FIRST),
                                    unitId,
                                    courseCode,
                                    progress,
                                    today)
                            .bind("limit", paging.size())
                            .bind("offset", paging.skipped()))
                    .map((row, context) -> new ColleagueRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("title"),
                            progress(row.getObject("completed_on", LocalDate.class), row.getBoolean("begun")),
                            row.getInt("minutes"),
                            dayOf(row.getObject("last_moment", LocalDateTime.class)),
                            row.getObject("completed_on", LocalDate.class)))
                    .list();
            return paging.of(rows, total);
        });
    }

    private static Query bind(
            Query query, long unitId, String courseCode, CourseCard.@Nullable Progress progress, LocalDate today) {
        return query.bind("unit", unitId)
                .bind("course", courseCode)
                .bind("progress", progress)
                .bind("today", today);
    }

    private static @Nullable LocalDate dayOf(@Nullable LocalDateTime moment) {
        return moment == null ? null : CountyTime.dayOf(moment.toInstant(ZoneOffset.UTC));
    }

    private static CourseCard.Progress progress(@Nullable LocalDate completedOn, boolean begun) {
        if (completedOn != null) {
            return CourseCard.Progress.DONE;
        }
        return begun ? CourseCard.Progress.UNDER_WAY : CourseCard.Progress.NOT_STARTED;
    }
}
