package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.person.People;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.AttemptState;

/** Attempts of two rows that are one person. */
class MergedIT extends InPortal {

    private static final String COURSE = "visam-grunderna";
    private static final LocalDateTime SPRING = LocalDateTime.of(2026, 4, 1, 8, 0);

    @Inject
    private People people;

    @Inject
    private AttemptSql sql;

    @Inject
    private Courses courses;

    private long leaving;
    private long staying;
    private long version;

    @BeforeEach
    void someone_who_is_there_twice() {
        long unit = scenario.unit("hallefors");
        leaving = scenario.employee(unit);
        staying = scenario.employee(unit);
        version = database.query(handle ->
                handle.createQuery("""
                        select v.id from course_version v join course c on c.id = v.course_id
                        where c.code = :code and v.published_at is not null order by v.number desc limit 1""").bind("code", COURSE).mapTo(long.class).one());
    }

    @Test
    void an_attempt_follows_and_goes_on() {
        long attempt = attempt(leaving, SPRING, null);

        merge();

        assertThat(goesOn()).isEqualTo(attempt);
        assertThat(as.person(staying, () -> courses.mine(COURSE)).progress()).isEqualTo(CourseCard.Progress.UNDER_WAY);
    }

    @Test
    void of_two_attempts_on_one_version_the_completed_one_is_the_last() {
        long done = attempt(leaving, SPRING, SPRING.plusHours(1));
        long begun = attempt(staying, SPRING.plusDays(20), null);

        merge();

        assertThat(inOrder()).containsExactly(begun, done);
        assertThat(goesOn()).isEqualTo(done);
    }

    @Test
    void of_two_under_way_the_one_last_heard_of_goes_on() {
        long later = attempt(leaving, SPRING.plusDays(3), null);
        long earlier = attempt(staying, SPRING, null);

        merge();

        assertThat(inOrder()).containsExactly(earlier, later);
        assertThat(goesOn()).isEqualTo(later);
    }

    private void merge() {
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
        as.person(administrator, () -> people.merge(leaving, staying));
    }

    private long attempt(long person, LocalDateTime heard, @Nullable LocalDateTime completed) {
        AttemptState state = AttemptState.begin(Standard.SCORM_1_2);
        return database.query(handle -> handle.createUpdate("""
                        insert into attempt (person_id, course_version_id, number, state, status, started_at,
                                             last_commit_at, completed_at)
                        values (:person, :version, 1, :state, :status, :heard, :heard, :completed)""")
                .bind("person", person)
                .bind("version", version)
                .bind("state", state.toJson())
                .bind("status", LessonStatus.NOT_ATTEMPTED)
                .bind("heard", heard)
                .bind("completed", completed)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    private @Nullable Long goesOn() {
        return sql.launchable(staying, COURSE).orElseThrow().attemptId();
    }

    private List<Long> inOrder() {
        return database.query(
                handle -> handle.createQuery("select id from attempt where person_id = :person order by number")
                        .bind("person", staying)
                        .mapTo(Long.class)
                        .list());
    }
}
