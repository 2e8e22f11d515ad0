package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.common.Paging;
import se.metodporten.elearning.CourseAnswers.Question;
import se.metodporten.elearning.CourseAnswers.Response;
import se.metodporten.elearning.CourseAnswers.Stop;
import se.metodporten.elearning.CourseAnswers.Version;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;

/** What learners answer and where they stop, for a course's owner; each test has a course of its own. */
class CourseAnswersIT extends InPortal {

    @Inject
    private CourseAnswers answers;

    @Inject
    private Attempts attempts;

    @Inject
    private TrialCourse trial;

    @Inject
    private ContentAddress content;

    private String course;
    private long unit;
    private long leader;

    @BeforeEach
    void a_course() {
        course = trial.published();
        unit = scenario.unit("hallefors");
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
    }

    @Test
    void a_question_tells_the_share_of_right_the_common_answers_and_the_time() {
        answered(6, "a", true);
        answered(5, "b", false);
        answered(1, "c", false);

        assertThat(questions())
                .containsExactly(new Question(
                        "vem-kallar", 12, 50, 7, List.of(new Response("a", 50, true), new Response("b", 42, false))));
    }

    @Test
    void with_fewer_than_ten_answers_there_are_no_figures() {
        answered(9, "a", true);

        assertThat(questions()).containsExactly(new Question("vem-kallar", null, null, null, List.of()));
    }

    @Test
    void the_first_answer_counts_also_when_the_test_is_taken_again() {
        for (int i = 0; i < 10; i++) {
            Player player = begins();
            says(player, 1, interaction(0, "b", false), "failed");
            says(player, 2, interaction(1, "a", true), "passed");
        }

        assertThat(questions())
                .containsExactly(new Question("vem-kallar", 10, 0, 7, List.of(new Response("b", 100, false))));
    }

    @Test
    void a_version_tells_how_many_have_begun_and_finished() {
        answered(2, "a", true);
        begins();

        assertThat(as.person(leader, () -> answers.versions(course)))
                .extracting(Version::number, Version::begun, Version::done)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 3, 2));
    }

    @Test
    void a_screen_where_several_have_stood_still_for_two_weeks_is_told() {
        for (int i = 0; i < 5; i++) {
            says(begins(), 1, Map.of("cmi.core.lesson_location", "sida-3"), "incomplete");
        }
        assertThat(stops()).isEmpty();
        database.execute(handle -> handle.execute("""
                update attempt a join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id
                set a.last_commit_at = a.last_commit_at - interval 15 day where c.code = ?""", course));

        assertThat(stops()).containsExactly(new Stop("sida-3", 5));
        for (int i = 0; i < 4; i++) {
            says(begins(), 1, Map.of("cmi.core.lesson_location", "sida-4"), "incomplete");
        }
        assertThat(stops()).extracting(Stop::place).containsExactly("sida-3");
    }

    @Test
    void only_who_answers_for_courses_sees_them() {
        for (long other : List.of(
                scenario.employee(unit),
                scenario.manager(unit),
                scenario.official(Office.COORDINATOR, scenario.place("norra")))) {
            assertThatThrownBy(() -> as.person(other, () -> answers.versions(course)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> answers.questions(course, 1, Paging.FIRST)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> answers.stops(course, 1)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void a_version_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> as.person(leader, () -> answers.stops(course, 2)))
                .isInstanceOf(DomainException.class)
                .hasMessage("elearning.refused.noSuchCourse");
    }

    private List<Question> questions() {
        return as.person(leader, () -> answers.questions(course, 1, Paging.FIRST))
                .rows();
    }

    private List<Stop> stops() {
        return as.person(leader, () -> answers.stops(course, 1));
    }

    private void answered(int people, String response, boolean right) {
        for (int i = 0; i < people; i++) {
            says(begins(), 1, interaction(0, response, right), "passed");
        }
    }

    private static Map<String, String> interaction(int number, String response, boolean right) {
        String name = "cmi.interactions." + number + ".";
        Map<String, String> said = new LinkedHashMap<>();
        said.put(name + "id", "vem-kallar");
        said.put(name + "type", "choice");
        said.put(name + "student_response", response);
        said.put(name + "result", right ? "correct" : "wrong");
        said.put(name + "latency", "00:00:07.00");
        return said;
    }

    private Player begins() {
        long nurse = scenario.employee(unit);
        return PlayerTalk.exchange(attempts, content, URI.create(as.person(nurse, () -> attempts.launch(course))));
    }

    private void says(Player player, int sequence, Map<String, String> sets, String status) {
        Map<String, String> all = new LinkedHashMap<>(sets);
        all.put("cmi.core.lesson_status", status);
        if (!status.equals("incomplete")) {
            all.put("cmi.core.score.raw", status.equals("passed") ? "90" : "40");
        }
        attempts.commit(player.version(), player.secret(), PlayerTalk.commit(player.session(), sequence, all));
    }
}
