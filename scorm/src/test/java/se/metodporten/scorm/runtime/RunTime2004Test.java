package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult.Outcome;
import se.metodporten.scorm.sn.LaunchData;

/** SCORM 2004: learner attempts, completion and success, thresholds (RTE 4th edition, §2.1 and §4.2). */
class RunTime2004Test {

    private static final String COMPLETION = "cmi.completion_status";
    private static final String SUCCESS = "cmi.success_status";
    private static final String SCALED = "cmi.score.scaled";
    private static final String EXIT = "cmi.exit";
    private static final String TIME = "cmi.session_time";
    private static final String LOCATION = "cmi.location";
    private static final String REQUEST = "adl.nav.request";

    private static LaunchData launch(String passing, String threshold) {
        return new LaunchData(
                null,
                null,
                null,
                null,
                passing == null ? null : new BigDecimal(passing),
                threshold == null ? null : new BigDecimal(threshold),
                List.of("main", "second"),
                List.of());
    }

    private static Story opened() {
        return opened(null, null);
    }

    private static Story opened(String passing, String threshold) {
        return Story.of(Standard.SCORM_2004, launch(passing, threshold));
    }

    @Nested
    class Attempts {
        @Test
        void the_first_one_begins_with_the_objectives_of_the_manifest() {
            Story story = opened("0.8", "0.5");
            assertThat(RunTime.initialValues(story.attempt, story.tree, Story.ANNA))
                    .containsEntry("cmi.entry", "ab-initio")
                    .containsEntry("cmi.mode", "normal")
                    .containsEntry("cmi.credit", "credit")
                    .containsEntry("cmi.total_time", "PT0H0M0S")
                    .containsEntry("cmi.scaled_passing_score", "0.8")
                    .containsEntry("cmi.completion_threshold", "0.5")
                    .containsEntry("cmi.objectives.0.id", "main")
                    .containsEntry("cmi.objectives.1.id", "second")
                    .containsEntry("cmi.learner_name", "Berg, Anna")
                    .doesNotContainKeys(COMPLETION, SUCCESS, LOCATION, "cmi.max_time_allowed");
        }

        @ParameterizedTest
        @CsvSource({"suspend, resume", "normal, ab-initio", "'', ab-initio", "logout, ab-initio", "time-out, ab-initio"
        })
        void after_the_end_it_follows_the_exit(String exit, String entry) {
            Story story = opened();
            story.finishes(LOCATION, "p3", COMPLETION, "incomplete", TIME, "PT5M", EXIT, exit);
            story.opens("s2");
            assertThat(story.first("cmi.entry")).isEqualTo(entry);
            boolean resumed = entry.equals("resume");
            assertThat(story.first(LOCATION)).isEqualTo(resumed ? "p3" : null);
            assertThat(story.first(COMPLETION)).isEqualTo(resumed ? "incomplete" : null);
            assertThat(story.first("cmi.total_time")).isEqualTo(resumed ? "PT0H5M0S" : "PT0H0M0S");
            assertThat(story.attempt.totalTime()).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void a_new_one_forgets_the_one_before_when_content_speaks() {
            Story story = opened();
            story.finishes(LOCATION, "p3", "cmi.objectives.2.id", "own", EXIT, "normal");
            story.opens("s2").says("cmi.suspend_data", "x");
            assertThat(story.values()).doesNotContainKeys(LOCATION, "cmi.objectives.2.id");
            assertThat(story.values()).containsEntry("cmi.suspend_data", "x");
            story.opens("s3");
            assertThat(story.first("cmi.entry")).isEqualTo("resume");
            assertThat(story.first("cmi.suspend_data")).isEqualTo("x");
        }

        @Test
        void a_closed_tab_and_the_players_own_door_leave_it_open_whatever_content_says() {
            Story closed = opened();
            closed.says(LOCATION, "p3");
            assertThat(closed.opens("s2").first("cmi.entry")).isEqualTo("resume");
            Story left = opened();
            left.leaves(LOCATION, "p3", EXIT, "normal");
            assertThat(left.opens("s2").first("cmi.entry")).isEqualTo("resume");
            assertThat(left.first(LOCATION)).isEqualTo("p3");
            Story asked = opened();
            asked.finishes(LOCATION, "p3", EXIT, "normal", REQUEST, "suspendAll");
            assertThat(asked.opens("s2").first(LOCATION)).isEqualTo("p3");
            Story onlyOpened = opened();
            onlyOpened.finishes(EXIT, "suspend");
            assertThat(onlyOpened.opens("s2").first("cmi.entry")).isEqualTo("resume");
        }

        @Test
        void windows_in_which_nothing_was_said_do_not_change_it() {
            Story story = opened();
            story.commits("s1", 1, End.NONE, 30);
            assertThat(story.opens("s2").first("cmi.entry")).isEqualTo("ab-initio");
            story.says(LOCATION, "p2");
            assertThat(story.opens("s3").opens("s4").first("cmi.entry")).isEqualTo("resume");
        }

        @Test
        void time_adds_up_over_its_sessions_and_over_all_for_the_course() {
            Story story = opened();
            story.finishes(TIME, "PT1M", EXIT, "suspend");
            story.opens("s2").finishes(TIME, "PT1H59M20S", EXIT, "suspend");
            assertThat(story.opens("s3").first("cmi.total_time")).isEqualTo("PT2H0M20S");
            story.finishes(TIME, "P1DT0.5S", EXIT, "normal");
            assertThat(story.opens("s4").first("cmi.total_time")).isEqualTo("PT0H0M0S");
            story.finishes(TIME, "PT2M", EXIT, "suspend");
            assertThat(story.opens("s5").first("cmi.total_time")).isEqualTo("PT0H2M0S");
            assertThat(story.attempt.totalTime())
                    .isEqualTo(Duration.ofHours(26).plusMinutes(2).plusMillis(20_500));
        }

        @Test
        void a_journal_replayed_tells_that_it_had_ended() {
            Story story = opened();
            story.says(LOCATION, "p1");
            story.opens("s2");
            assertThat(story.first("cmi.entry")).isEqualTo("resume");
            assertThat(story.commits("s1", 2, End.FINISHED, 60, LOCATION, "p2", EXIT, "normal")
                            .outcome())
                    .isEqualTo(Outcome.APPLIED);
            assertThat(story.first("cmi.entry")).isEqualTo("ab-initio");
            assertThat(story.first(LOCATION)).isNull();
        }

        @Test
        void late_words_of_an_earlier_one_give_results_only() {
            Story story = opened("0.8", null);
            story.says(LOCATION, "p1");
            story.commits("s1", 2, End.FINISHED, 60, EXIT, "normal");
            story.opens("s2").says(LOCATION, "new", SCALED, "0.1");
            assertThat(story.word()).isEqualTo("completed");
            CommitResult late = story.commits("s1", 3, End.NONE, 90, LOCATION, "old", SCALED, "0.9");
            assertThat(late.refused()).hasSize(2);
            Story other = opened("0.8", null);
            other.says(LOCATION, "p1");
            other.opens("s2").says(LOCATION, "new", SCALED, "0.1");
            other.commits("s1", 2, End.NONE, 90, LOCATION, "old", SCALED, "0.9");
            assertThat(other.word()).isEqualTo("passed");
            assertThat(other.values()).containsEntry(LOCATION, "new").containsEntry(SCALED, "0.1");
            assertThat(other.score()).isEqualByComparingTo("90");
        }
    }

    @Nested
    class Statuses {
        /** §4.2.4.1 and §4.2.22.1: with a threshold the measure decides, and without a measure nothing is known. */
        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                # passing, threshold, completion, success, progress, scaled → status
                -,   -,   completed,  -,      -,   -,    completed
                -,   -,   incomplete, passed, -,   -,    passed
                -,   -,   completed,  failed, -,   -,    failed
                -,   -,   -,          -,      -,   -,    incomplete
                -,   -,   incomplete, -,      -,   -,    incomplete
                -,   -,   -,          -,      1,   1,    incomplete
                0.8, -,   completed,  failed, -,   0.8,  passed
                0.8, -,   completed,  passed, -,   0.79, failed
                0.8, -,   completed,  passed, -,   -,    completed
                -0.5, -,  -,          failed, -,   -0.5, passed
                -,   0.5, incomplete, -,      0.5, -,    completed
                -,   0.5, completed,  -,      0.4, -,    incomplete
                -,   0.5, completed,  -,      -,   -,    incomplete
                """)
        void completion_and_success_make_one_status(
                String passing,
                String threshold,
                String completion,
                String success,
                String progress,
                String scaled,
                String status) {
            Story story = opened(passing, threshold);
            story.says(
                    said(COMPLETION, completion, SUCCESS, success, "cmi.progress_measure", progress, SCALED, scaled));
            assertThat(story.word()).isEqualTo(status);
        }

        private static String[] said(String... elementsAndValues) {
            List<String> said = new java.util.ArrayList<>(List.of(LOCATION, "p1"));
            for (int i = 0; i < elementsAndValues.length; i += 2) {
                if (elementsAndValues[i + 1] != null) {
                    said.addAll(List.of(elementsAndValues[i], elementsAndValues[i + 1]));
                }
            }
            return said.toArray(String[]::new);
        }

        /** Sequencing and Navigation, End Attempt Process (UP.4). */
        @Test
        void content_that_ends_without_a_word_is_completed() {
            assertThat(opened().finishes().status()).isEqualTo(LessonStatus.COMPLETED);
            assertThat(opened().finishes(EXIT, "suspend").status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(opened().leaves().status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(opened().finishes(COMPLETION, "incomplete").status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(opened(null, "0.5").finishes().status()).isEqualTo(LessonStatus.INCOMPLETE);
        }

        @Test
        void content_reads_its_own_words_again_and_the_course_keeps_the_best() {
            Story story = opened();
            story.finishes(COMPLETION, "completed", SUCCESS, "passed", SCALED, "0.9", EXIT, "suspend");
            story.opens("s2").finishes(COMPLETION, "incomplete", SUCCESS, "failed", SCALED, "0.2", EXIT, "suspend");
            story.opens("s3");
            assertThat(story.first(COMPLETION)).isEqualTo("incomplete");
            assertThat(story.first(SUCCESS)).isEqualTo("failed");
            assertThat(story.first(SCALED)).isEqualTo("0.2");
            assertThat(story.word()).isEqualTo("passed");
            assertThat(story.score()).isEqualByComparingTo("90");
            assertThat(story.first("cmi.mode")).isEqualTo("review");
            assertThat(story.first("cmi.credit")).isEqualTo("no-credit");
        }

        @Test
        void a_new_attempt_after_passing_is_a_review_from_the_beginning() {
            Story story = opened();
            story.finishes(SUCCESS, "passed", EXIT, "normal");
            story.opens("s2");
            assertThat(story.first("cmi.mode")).isEqualTo("review");
            assertThat(story.first("cmi.entry")).isEqualTo("ab-initio");
            story.finishes(SUCCESS, "failed", SCALED, "0");
            assertThat(story.word()).isEqualTo("passed");
        }

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                0.75,  -,   -,  -,   75
                -0.5,  -,   -,  -,   0
                0.5,   90,  0,  100, 50
                -,     90,  -,  -,   90
                -,     45,  0,  50,  90
                -,     15,  10, 20,  50
                -,     70,  50, 50,  -
                -,     700, -,  -,   100
                """)
        void the_score_is_the_scaled_one_or_the_raw_one_in_its_range(
                String scaled, String raw, String min, String max, String score) {
            Story story = opened();
            story.says(said(SCALED, scaled, "cmi.score.raw", raw, "cmi.score.min", min, "cmi.score.max", max));
            if (score == null) {
                assertThat(story.score()).isNull();
            } else {
                assertThat(story.score()).isEqualByComparingTo(score);
            }
        }
    }

    @Nested
    class Belief {
        @Test
        void passing_at_once_and_without_an_answer_is_kept_and_marked() {
            Story story = opened();
            story.commits("s1", 1, End.NONE, 2, SUCCESS, "passed", SCALED, "1");
            assertThat(story.word()).isEqualTo("passed");
            assertThat(story.attempt.doubts()).containsExactlyInAnyOrder(Doubt.PASSED_AT_ONCE, Doubt.PASSED_UNANSWERED);
            story.opens("s2").says(LOCATION, "p1");
            assertThat(AttemptState.fromJson(story.attempt.toJson()).doubts()).hasSize(2);
        }

        @Test
        void answers_and_time_are_believed() {
            Story answered = opened();
            answered.commits(
                    "s1",
                    1,
                    End.NONE,
                    30,
                    "cmi.interactions.0.id",
                    "q",
                    "cmi.interactions.0.type",
                    "choice",
                    "cmi.interactions.0.learner_response",
                    "a",
                    SUCCESS,
                    "passed",
                    SCALED,
                    "1");
            assertThat(answered.attempt.doubts()).isEmpty();
            Story slow = opened();
            slow.commits("s1", 1, End.NONE, 61, SUCCESS, "passed", SCALED, "1");
            assertThat(slow.attempt.doubts()).isEmpty();
            Story read = opened();
            read.commits("s1", 1, End.NONE, 3, COMPLETION, "completed");
            assertThat(read.attempt.doubts()).isEmpty();
        }

        @Test
        void more_time_than_the_clock_has_seen_and_a_score_outside_its_range_are_marked() {
            Story time = opened();
            time.commits("s1", 1, End.NONE, 60, TIME, "PT2M59S");
            assertThat(time.attempt.doubts()).isEmpty();
            time.commits("s1", 2, End.NONE, 60, TIME, "PT9H");
            assertThat(time.attempt.doubts()).containsExactly(Doubt.TIME_CLAIMED);
            assertThat(time.attempt.totalTime()).isEqualTo(Duration.ofHours(9));
            Story score = opened();
            score.says("cmi.score.max", "100", "cmi.score.raw", "9999");
            assertThat(score.attempt.doubts()).containsExactly(Doubt.SCORE_OUTSIDE_ITS_RANGE);
            assertThat(score.values()).containsEntry("cmi.score.raw", "9999");
        }
    }
}
