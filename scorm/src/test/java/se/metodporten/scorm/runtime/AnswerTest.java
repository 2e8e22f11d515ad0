package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.LaunchData;

/** What learners answered, by cmi.interactions of 1.2 (RTE 1.2, §3.4.4) and 2004 (RTE 4th edition, §4.2.9). */
class AnswerTest {

    private static final LaunchData NOTHING = LaunchData.scorm12(null, null, null, null);

    @Test
    void the_first_answer_to_a_question_is_the_one_that_tells() {
        Story story = Story.of(Standard.SCORM_1_2, NOTHING);
        story.says(
                "cmi.interactions.0.id",
                "q1",
                "cmi.interactions.0.type",
                "choice",
                "cmi.interactions.0.student_response",
                "b",
                "cmi.interactions.0.result",
                "wrong",
                "cmi.interactions.0.latency",
                "00:00:12.50",
                "cmi.interactions.1.id",
                "q2",
                "cmi.interactions.1.type",
                "choice",
                "cmi.interactions.1.student_response",
                "a",
                "cmi.interactions.1.result",
                "correct",
                "cmi.interactions.2.id",
                "q1",
                "cmi.interactions.2.type",
                "choice",
                "cmi.interactions.2.student_response",
                "a",
                "cmi.interactions.2.result",
                "correct");

        assertThat(Answer.firstOf(story.attempt))
                .extracting(Answer::question, Answer::response, Answer::right, Answer::time)
                .containsExactly(tuple("q1", "b", false, Duration.ofMillis(12_500)), tuple("q2", "a", true, null));
    }

    @Test
    void in_2004_the_question_is_told_without_its_language() {
        Story story = Story.of(Standard.SCORM_2004, NOTHING);
        story.says(
                "cmi.interactions.0.id",
                "q1",
                "cmi.interactions.0.type",
                "true-false",
                "cmi.interactions.0.description",
                "{lang=sv}Vem kallar?",
                "cmi.interactions.0.learner_response",
                "true",
                "cmi.interactions.0.result",
                "neutral",
                "cmi.interactions.0.latency",
                "PT4S");

        assertThat(Answer.firstOf(story.attempt))
                .extracting(Answer::text, Answer::response, Answer::right, Answer::time)
                .containsExactly(tuple("Vem kallar?", "true", null, Duration.ofSeconds(4)));
    }

    @Test
    void who_has_answered_nothing_has_no_answers_and_is_nowhere() {
        Story story = Story.of(Standard.SCORM_1_2, NOTHING);

        assertThat(Answer.firstOf(story.attempt)).isEmpty();
        assertThat(story.attempt.location()).isEmpty();
        story.says("cmi.core.lesson_location", "sida-3");
        assertThat(story.attempt.location()).isEqualTo("sida-3");
    }
}
