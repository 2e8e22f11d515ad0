package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * Who did which version of a course: of those who work today where the reader follows the e-learning or arranges
 * trainings, and whose name the reader may know. Each completion that still stands is a row.
 */
@Service
public class Completions {

    private static final int ROWS_AT_ONCE = 500;

    private static final String NOW =
            "known_until = '9999-12-31 23:59:59' and :today between v.valid_from and v.valid_through";

    @Inject
    private Database database;

    @Inject
    private CourseSql courses;

    @Inject
    private Names names;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    public Page<Completion> find(CompletionSearch search, Paging paging) {
        Sight sight = require();
        return database.query(handle -> {
            int total = sight.bind(handle.createQuery("select count(*)" + sight.from(search)), search)
                    .mapTo(int.class)
                    .one();
            List<Completion> rows = sight.bind(
                            handle.createQuery(sight.rows(search) + " limit :limit offset :offset"), search)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(RecordRows.of(Completion.class))
                    .list();
            return paging.of(rows, total);
        });
    }

    /** Gives all of them, in order; they are never in memory together. */
    public void each(CompletionSearch search, Consumer<Completion> consumer) {
        Sight sight = require();
        database.executePatiently(handle -> sight.bind(handle.createQuery(sight.rows(search)), search)
                .setFetchSize(ROWS_AT_ONCE)
                .map(RecordRows.of(Completion.class))
                .forEach(consumer));
    }

    /** Where the people listed may work, by name. */
    public List<CourseUnit> units() {
        Sight sight = require();
        return courses.units(sight.scope(), sight.today());
    }

    /** Of the versions of a course that were ever published, the numbers, the newest first. */
    public List<Integer> versions(String course) {
        require();
        return database.query((Handle handle) -> handle.createQuery("""
                        select v.number from course_version v join course c on c.id = v.course_id
                        where c.code = :course and v.published_at is not null order by v.number desc""")
                .bind("course", course)
                .mapTo(Integer.class)
                .list());
    }

    private Sight require() {
        if (!guard.mayAnywhere(Action.RUN_COUNTY_TRAINING)) {
            guard.requireAnywhere(Action.VIEW_ELEARNING);
        }
        Scope scope = guard.scope(Action.VIEW_ELEARNING).or(guard.scope(Action.RUN_COUNTY_TRAINING));
        return new Sight(scope, names.forReader(), CountyTime.today(clock));
    }

    /** What the reader sees, as SQL. */
    private record Sight(Scope scope, NameScope names, LocalDate today) {

        /** The employments of today where the reader may look. */
        private String employments() {
            return "employment e where e.person_id = p.id and :today between e.valid_from and e.valid_through and "
                    + scope.covers("e.unit_id");
        }

        String from(CompletionSearch search) {
            return " from fact f join person same on same.id = f.person_id"
                    + " join person p on p.id = coalesce(same.merged_into, same.id)"
                    + " left join attempt a on a.id = f.origin"
                    + " where f.kind = 'COURSE_COMPLETED' and f.code = :course and not f.withdrawn"
                    + " and not exists (select 1 from fact later where later.supersedes = f.id)"
                    + (search.version() == null ? "" : " and f.number = :version")
                    + " and " + names.visible("p")
                    + " and exists (select 1 from " + employments()
                    + (search.unitId() == null ? "" : " and e.unit_id = :unit") + ")";
        }

        String rows(CompletionSearch search) {
            return "select p.id person_id, " + names.name("p") + " name,"
                    + " (select group_concat(distinct v.name order by v.name separator ', ')"
                    + "  from place_version v where v." + NOW
                    + "  and v.place_id in (select e.unit_id from " + employments() + ")) units,"
                    + " f.number version, f.valid_from completed_on,"
                    + " case when a.id is null then 'RECORDED' when a.status = 'PASSED' then 'PASSED' else 'COMPLETED' end result,"
                    + " a.score" + from(search) + " order by " + search.order();
        }

        Query bind(Query query, CompletionSearch search) {
            names.bind(scope.bind(query.bind("course", search.course()).bind("today", today), today));
            if (search.version() != null) {
                query.bind("version", search.version());
            }
            return search.unitId() == null ? query : query.bind("unit", search.unitId());
        }
    }
}
