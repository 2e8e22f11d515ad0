package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.elearning.PlayerTalk.commit;
import static se.metodporten.elearning.PlayerTalk.json;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.CourseRules.Kind;
import se.metodporten.elearning.CourseRules.Preview;
import se.metodporten.elearning.CourseRules.Rule;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;

/** When a course counts as done; each test has a course of its own. */
class CourseRulesIT extends InPortal {

    private static final Map<String, String> COMPLETED = Map.of("cmi.core.lesson_status", "completed");
    private static final Map<String, String> NINETY = Map.of("cmi.core.score.raw", "90");

    @Inject
    private CourseRules rules;

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
    void a_course_begins_with_what_content_says() {
        assertThat(as.person(leader, () -> rules.of(course)).kind()).isEqualTo(Kind.STATUS);
        assertThat(says(NINETY)).isFalse();
        assertThat(says(Map.of("cmi.core.score.raw", "90", "cmi.core.lesson_status", "passed")))
                .isTrue();
    }

    @Test
    void a_rule_is_seen_before_it_is_used_and_holds_for_what_is_said_then() {
        says(NINETY);
        says(Map.of("cmi.core.score.raw", "85", "cmi.core.lesson_status", "passed"));
        says(Map.of("cmi.core.lesson_location", "2"));
        Rule score = new Rule(Kind.SCORE, 90);

        assertThat(as.person(leader, () -> rules.preview(course, score))).isEqualTo(new Preview(3, 1, 1, 1, 1));
        as.person(leader, () -> {
            rules.use(course, score);
            return true;
        });

        assertThat(as.person(leader, () -> rules.of(course))).isEqualTo(score);
        assertThat(says(NINETY)).isTrue();
        assertThat(says(COMPLETED)).isFalse();
        assertThat(as.person(leader, () -> rules.preview(course, score)).done()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, 1000})
    void a_score_that_is_none_is_refused(int score) {
        Rule rule = new Rule(Kind.BOTH, score);

        assertThatThrownBy(() -> as.person(leader, () -> rules.preview(course, rule)))
                .isInstanceOf(DomainException.class)
                .hasMessage("elearning.refused.rule");
    }

    @Test
    void only_who_answers_for_courses_sees_or_changes_a_rule() {
        List<Long> others = List.of(
                scenario.employee(unit),
                scenario.manager(unit),
                scenario.official(Office.COORDINATOR, scenario.place("norra")));

        for (long other : others) {
            assertThatThrownBy(() -> as.person(other, () -> rules.of(course))).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> rules.preview(course, new Rule(Kind.PASSED, 0))))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> {
                        rules.use(course, new Rule(Kind.PASSED, 0));
                        return true;
                    }))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    /** Somebody new in the course says this. @return whether the course is done */
    private boolean says(Map<String, String> sets) {
        long nurse = scenario.employee(unit);
        Player player =
                PlayerTalk.exchange(attempts, content, URI.create(as.person(nurse, () -> attempts.launch(course))));
        return json(attempts.commit(player.version(), player.secret(), commit(player.session(), 1, sets))
                        .answer())
                .getBoolean("fulfilled");
    }
}
