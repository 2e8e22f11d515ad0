package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult.Outcome;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.Trees;

/** The rules of a commit, as README.md numbers them. */
class RunTimeTest {

    private static final String STATUS = "cmi.core.lesson_status";
    private static final String RAW = "cmi.core.score.raw";
    private static final String EXIT = "cmi.core.exit";
    private static final String TIME = "cmi.core.session_time";
    private static final String LOCATION = "cmi.core.lesson_location";
    private static final String SUSPEND = "cmi.suspend_data";

    private static final LaunchData MASTERY_80 = LaunchData.scorm12(new BigDecimal(80), null, null, null);

    private static Story opened() {
        return Story.of(Standard.SCORM_1_2, LaunchData.NONE);
    }

    private static Story openedWithMastery() {
        return Story.of(Standard.SCORM_1_2, MASTERY_80);
    }

    @Test
    void what_the_player_refused_is_told_by_the_server_too_and_never_kept() {
        Story story = Story.of(Standard.SCORM_1_2, LaunchData.NONE);
        CommitResult result = RunTime.commit(
                story.attempt,
                story.tree,
                new CommitRequest(
                        "s1", 1, Map.of(LOCATION, "p1"), Map.of(STATUS, "banan", RAW, "50"), Duration.ZERO, End.NONE));
        assertThat(result.refused())
                .extracting(r -> r.element() + " " + r.value())
                .containsExactly(STATUS + " banan");
        assertThat(result.state().activity(result.activity()).values()).containsOnly(Map.entry(LOCATION, "p1"));
    }

    @Nested
    class Numbers {
        @Test
        void the_same_number_again_changes_nothing() {
            Story story = opened();
            AttemptState once = story.says(LOCATION, "p1").state();
            CommitResult again = story.commits("s1", 1, End.NONE, 99, LOCATION, "other", STATUS, "passed");
            assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(again.state()).isSameAs(once);
            assertThat(again.lastSequence()).isEqualTo(1);
        }

        @Test
        void a_commit_that_comes_too_early_gives_its_results_and_is_asked_for_again() {
            Story story = opened();
            story.says(LOCATION, "p1");
            CommitResult early =
                    story.commits("s1", 3, End.FINISHED, 30, LOCATION, "p3", STATUS, "completed", TIME, "00:05:00");
            assertThat(early.outcome()).isEqualTo(Outcome.AHEAD);
            assertThat(early.lastSequence()).isEqualTo(1);
            assertThat(early.status()).isEqualTo(LessonStatus.COMPLETED);
            assertThat(story.values()).containsEntry(LOCATION, "p1");
            assertThat(story.state().sessions().get(0).finished()).isFalse();

            CommitResult missing = story.commits("s1", 2, End.NONE, 20, LOCATION, "p2", SUSPEND, "x");
            assertThat(missing.outcome()).isEqualTo(Outcome.APPLIED);
            CommitResult resent =
                    story.commits("s1", 3, End.FINISHED, 30, LOCATION, "p3", STATUS, "completed", TIME, "00:05:00");
            assertThat(story.values()).containsEntry(LOCATION, "p3").containsEntry(SUSPEND, "x");
            assertThat(story.attempt.totalTime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(story.state().sessions().get(0).finished()).isTrue();
        }

        @Test
        void a_session_that_the_attempt_does_not_have_is_told_so() {
            CommitResult result = opened().commits("of another attempt", 1, End.NONE, 0, STATUS, "passed");
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN_SESSION);
            assertThat(result.status()).isEqualTo(LessonStatus.NOT_ATTEMPTED);
        }

        @Test
        void several_commits_at_once_are_as_good_as_one_by_one() {
            Story story = opened();
            List<CommitRequest> requests = List.of(
                    new CommitRequest("s1", 1, Map.of(LOCATION, "p1"), Duration.ZERO, End.NONE),
                    new CommitRequest("s1", 2, Map.of(RAW, "banana"), Duration.ZERO, End.NONE),
                    new CommitRequest("s1", 3, Map.of(STATUS, "completed"), Duration.ofSeconds(5), End.FINISHED));
            CommitResult result = RunTime.commitAll(story.attempt, story.tree, requests);
            assertThat(result.lastSequence()).isEqualTo(3);
            assertThat(result.status()).isEqualTo(LessonStatus.COMPLETED);
            assertThat(result.refused())
                    .extracting(CommitResult.Refusal::sequence)
                    .containsExactly(2);
        }

        @Test
        void a_session_id_is_used_once() {
            assertThatThrownBy(() -> opened().opens("s1")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Sets {
        @Test
        void what_is_not_allowed_is_refused_and_the_rest_is_kept() {
            Story story = opened();
            CommitResult result = story.says(
                    RAW,
                    "banana",
                    LOCATION,
                    "p1",
                    "cmi.core.student_id",
                    "somebody",
                    "cmi.core",
                    "x",
                    "cmi.nothing",
                    "x",
                    STATUS,
                    "incomplete");
            assertThat(result.refused())
                    .extracting(CommitResult.Refusal::element, CommitResult.Refusal::code)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(RAW, ErrorCode.INCORRECT_TYPE),
                            org.assertj.core.groups.Tuple.tuple("cmi.core.student_id", ErrorCode.READ_ONLY),
                            org.assertj.core.groups.Tuple.tuple("cmi.core", ErrorCode.NOT_IMPLEMENTED),
                            org.assertj.core.groups.Tuple.tuple("cmi.nothing", ErrorCode.NOT_IMPLEMENTED));
            assertThat(story.values()).containsEntry(LOCATION, "p1").doesNotContainKey(RAW);
            assertThat(result.status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(result.lastSequence()).isEqualTo(1);
        }

        @Test
        void the_author_is_warned_of_suspend_data_beyond_the_specification() {
            Story story = opened();
            assertThat(story.says(SUSPEND, "å".repeat(4096)).warnings()).isEmpty();
            CommitResult long_ = story.says(SUSPEND, "å".repeat(4097));
            assertThat(long_.warnings()).hasSize(1);
            assertThat(story.values().get(SUSPEND)).hasSize(4097);
            assertThat(story.says(SUSPEND, "å".repeat(64_001)).refused()).hasSize(1);
            assertThat(story.values().get(SUSPEND)).hasSize(4097);
        }

        @Test
        void rows_of_an_array_come_one_after_the_other() {
            Story story = opened();
            CommitResult result = story.says(
                    "cmi.objectives.0.id", "a",
                    "cmi.objectives.2.id", "gap",
                    "cmi.objectives.1.score.raw", "5",
                    "cmi.interactions.0.id", "q",
                    "cmi.interactions.0.objectives.0.id", "a",
                    "cmi.interactions.0.objectives.2.id", "gap");
            assertThat(result.refused())
                    .extracting(CommitResult.Refusal::element)
                    .containsExactly("cmi.objectives.2.id", "cmi.interactions.0.objectives.2.id");
            assertThat(story.says("cmi.objectives.2.id", "now").refused()).isEmpty();
        }

        @Test
        void an_attempt_does_not_grow_without_end() {
            Story story = opened();
            String large = "x".repeat(4096);
            for (int i = 0; i < 300; i++) {
                story.says("cmi.interactions." + i + ".student_response", large);
            }
            int characters =
                    story.values().values().stream().mapToInt(String::length).sum();
            assertThat(characters).isLessThanOrEqualTo(Values.MOST_CHARACTERS).isGreaterThan(900_000);
            assertThat(story.says(LOCATION, "").refused()).isEmpty();
        }

        @Test
        void content_that_had_finished_says_nothing_more() {
            Story story = opened();
            story.finishes(STATUS, "incomplete");
            CommitResult late = story.says(STATUS, "passed", LOCATION, "p9");
            assertThat(late.refused()).hasSize(2);
            assertThat(late.status()).isEqualTo(LessonStatus.INCOMPLETE);
        }
    }

    @Nested
    class TwoSessions {
        @Test
        void an_older_session_gives_results_but_moves_no_place_once_the_newer_one_has_spoken() {
            Story story = opened();
            story.says(LOCATION, "old", STATUS, "incomplete");
            story.opens("s2").says(LOCATION, "new");
            CommitResult late =
                    story.commits("s1", 2, End.FINISHED, 60, LOCATION, "older", STATUS, "passed", RAW, "90");
            assertThat(late.outcome()).isEqualTo(Outcome.LATE);
            assertThat(late.lastSequence()).isEqualTo(2);
            assertThat(story.values()).containsEntry(LOCATION, "new").containsEntry(RAW, "90");
            assertThat(late.status()).isEqualTo(LessonStatus.PASSED);
        }

        @Test
        void an_older_session_makes_no_result_worse() {
            Story story = opened();
            story.says(LOCATION, "old");
            story.opens("s2").says(STATUS, "incomplete", RAW, "70");
            CommitResult late = story.commits("s1", 2, End.NONE, 0, STATUS, "browsed", RAW, "30");
            assertThat(late.status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(story.score()).isEqualByComparingTo("70");
        }

        @Test
        void a_journal_replayed_before_the_new_session_has_spoken_counts_in_full() {
            Story story = opened();
            story.says(LOCATION, "p1");
            story.opens("s2");
            CommitResult replayed = story.commits("s1", 2, End.NONE, 30, LOCATION, "p2", SUSPEND, "answers");
            assertThat(replayed.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(story.first(LOCATION)).isEqualTo("p2");
            assertThat(story.first(SUSPEND)).isEqualTo("answers");
            assertThat(story.first("cmi.core.entry")).isEqualTo("resume");
        }

        @Test
        void old_sessions_are_summed_and_forgotten() {
            Story story = new Story(Trees.one(Standard.SCORM_1_2, LaunchData.NONE));
            for (int i = 0; i < 100; i++) {
                story.opens("s" + i).says(TIME, "00:01:00");
            }
            assertThat(story.state().sessions()).hasSize(ActivityState.LISTED_SESSIONS);
            assertThat(story.attempt.totalTime()).isEqualTo(Duration.ofMinutes(100));
            assertThat(story.commits("s3", 2, End.NONE, 0, TIME, "05:00:00").outcome())
                    .isEqualTo(Outcome.UNKNOWN_SESSION);
        }
    }

    @Nested
    class Status {
        @ParameterizedTest
        @CsvSource({
            "passed, failed, passed", "passed, incomplete, passed", "passed, completed, passed",
            "completed, incomplete, completed", "completed, failed, completed", "completed, passed, passed",
            "failed, passed, passed", "failed, incomplete, incomplete", "incomplete, failed, failed",
            "browsed, incomplete, incomplete",
        })
        void it_never_falls_after_passed_or_completed(String first, String then, String stands) {
            Story story = opened();
            story.says(STATUS, first);
            assertThat(story.says(STATUS, then).status().word()).isEqualTo(stands);
            assertThat(story.state().reportedStatus())
                    .isEqualTo(LessonStatus.ofWord(then).orElseThrow());
            story.opens("s2").says(STATUS, then);
            assertThat(story.word()).isEqualTo(stands);
        }

        @Test
        void content_that_never_calls_finish_still_counts() {
            Story story = opened();
            assertThat(story.says(STATUS, "completed").status()).isEqualTo(LessonStatus.COMPLETED);
            assertThat(CompletionRule.STATUS.isFulfilledBy(story.result())).isTrue();
        }

        @Test
        void content_that_finishes_without_a_word_is_completed() {
            assertThat(opened().finishes().status()).isEqualTo(LessonStatus.COMPLETED);
        }

        @Test
        void content_that_suspends_without_a_word_is_not() {
            assertThat(opened().finishes(EXIT, "suspend").status()).isEqualTo(LessonStatus.NOT_ATTEMPTED);
        }

        @Test
        void content_that_said_incomplete_stays_so_when_it_finishes() {
            Story story = opened();
            story.says(STATUS, "incomplete");
            assertThat(story.finishes().status()).isEqualTo(LessonStatus.INCOMPLETE);
        }

        @Test
        void after_passing_the_course_is_reviewed() {
            Story story = opened();
            story.says(STATUS, "passed");
            story.opens("s2");
            assertThat(story.first("cmi.core.lesson_mode")).isEqualTo("review");
            assertThat(story.first("cmi.core.credit")).isEqualTo("no-credit");
            assertThat(story.first(STATUS)).isEqualTo("passed");
        }
    }

    @Nested
    class Scores {
        @Test
        void before_passing_the_last_score_counts() {
            Story story = opened();
            story.says(RAW, "70", STATUS, "failed");
            story.says(RAW, "40");
            assertThat(story.score()).isEqualByComparingTo("40");
        }

        @Test
        void after_passing_only_a_better_score_counts_as_a_whole() {
            Story story = opened();
            story.says(RAW, "85", "cmi.core.score.max", "100", STATUS, "passed");
            story.opens("s2").says(RAW, "40", "cmi.core.score.max", "50");
            assertThat(story.values()).containsEntry(RAW, "85").containsEntry("cmi.core.score.max", "100");
            story.says(RAW, "");
            assertThat(story.score()).isEqualByComparingTo("85");
            story.says(RAW, "95");
            assertThat(story.score()).isEqualByComparingTo("95");
        }

        @ParameterizedTest
        @CsvSource({"79.99, failed", "80, passed", "80.0, passed", "100, passed", "0, failed"})
        void the_mastery_score_decides_when_content_reports_an_end(String raw, String stands) {
            assertThat(openedWithMastery()
                            .says(RAW, raw, STATUS, "completed")
                            .status()
                            .word())
                    .isEqualTo(stands);
            assertThat(openedWithMastery().finishes(RAW, raw).status().word()).isEqualTo(stands);
            assertThat(openedWithMastery()
                            .finishes(RAW, raw, STATUS, "incomplete")
                            .status()
                            .word())
                    .isEqualTo(stands);
        }

        @Test
        void a_score_on_the_way_is_no_judgement() {
            Story story = openedWithMastery();
            assertThat(story.says(RAW, "10", STATUS, "incomplete").status()).isEqualTo(LessonStatus.INCOMPLETE);
            assertThat(story.finishes(EXIT, "suspend").status()).isEqualTo(LessonStatus.INCOMPLETE);
        }

        @Test
        void an_end_without_a_score_waits_for_the_score() {
            Story story = openedWithMastery();
            assertThat(story.says(STATUS, "completed").status()).isEqualTo(LessonStatus.NOT_ATTEMPTED);
            assertThat(story.says(RAW, "40").status()).isEqualTo(LessonStatus.FAILED);
        }

        @Test
        void an_end_without_a_score_stands_when_content_finishes() {
            Story story = openedWithMastery();
            story.says(STATUS, "passed");
            assertThat(story.finishes().status()).isEqualTo(LessonStatus.PASSED);
        }

        @Test
        void an_end_without_a_score_stands_at_the_next_opening_when_the_tab_was_closed() {
            Story story = openedWithMastery();
            story.says(STATUS, "completed");
            assertThat(story.opens("s2").word()).isEqualTo("completed");
        }

        @Test
        void a_course_counts_as_done_by_its_own_rule() {
            Story completed = opened();
            completed.says(STATUS, "completed", RAW, "70");
            assertThat(CompletionRule.STATUS.isFulfilledBy(completed.result())).isTrue();
            assertThat(CompletionRule.PASSED.isFulfilledBy(completed.result())).isFalse();
            assertThat(CompletionRule.score(70).isFulfilledBy(completed.result()))
                    .isTrue();
            assertThat(CompletionRule.score(71).isFulfilledBy(completed.result()))
                    .isFalse();
            assertThat(CompletionRule.score(0).isFulfilledBy(opened().result())).isFalse();
        }
    }

    @Nested
    class Times {
        @Test
        void each_session_counts_once_by_its_last_word() {
            Story story = opened();
            story.says(TIME, "00:10:00");
            story.says(TIME, "00:15:00.5");
            story.opens("s2").says(TIME, "01:00:00");
            assertThat(story.attempt.totalTime())
                    .isEqualTo(Duration.ofMinutes(75).plusMillis(500));
            assertThat(story.opens("s3").first("cmi.core.total_time")).isEqualTo("0001:15:00.50");
        }

        @Test
        void the_players_clock_counts_where_content_says_nothing() {
            Story story = opened();
            story.commits("s1", 1, End.NONE, 60, LOCATION, "p1");
            story.commits("s1", 2, End.NONE, 90, LOCATION, "p2");
            assertThat(story.attempt.totalTime()).isEqualTo(Duration.ofSeconds(90));
            story.commits("s1", 3, End.FINISHED, 95, TIME, "00:01:20");
            assertThat(story.attempt.totalTime()).isEqualTo(Duration.ofSeconds(80));
        }

        @Test
        void no_more_than_the_type_can_say() {
            Story story = opened();
            story.says(TIME, "9999:00:00");
            story.opens("s2").says(TIME, "9999:00:00");
            assertThat(story.first("cmi.core.total_time")).isEqualTo("9999:59:59");
        }
    }

    @Nested
    class Entry {
        @Test
        void the_first_time_is_the_beginning() {
            assertThat(opened().first("cmi.core.entry")).isEqualTo("ab-initio");
        }

        @Test
        void a_window_opened_and_closed_again_is_still_the_beginning() {
            Story story = opened();
            story.commits("s1", 1, End.NONE, 20);
            assertThat(story.opens("s2").first("cmi.core.entry")).isEqualTo("ab-initio");
        }

        @Test
        void a_closed_tab_is_resumed() {
            Story story = opened();
            story.says(LOCATION, "p3", SUSPEND, "åäö");
            story.opens("s2");
            assertThat(story.first("cmi.core.entry")).isEqualTo("resume");
            assertThat(story.first(LOCATION)).isEqualTo("p3");
            assertThat(story.first(SUSPEND)).isEqualTo("åäö");
        }

        @ParameterizedTest
        @CsvSource({"suspend, resume", "'', ''", "logout, ''", "time-out, ''"})
        void after_finish_it_follows_the_exit(String exit, String entry) {
            Story story = opened();
            story.finishes(EXIT, exit, STATUS, "incomplete");
            assertThat(story.opens("s2").first("cmi.core.entry")).isEqualTo(entry);
        }

        @Test
        void windows_in_which_nothing_happened_do_not_change_it() {
            Story story = opened();
            story.finishes(EXIT, "suspend", LOCATION, "p1");
            assertThat(story.opens("s2").opens("s3").first("cmi.core.entry")).isEqualTo("resume");
        }

        @Test
        void content_is_given_what_the_manifest_says() {
            LaunchData launch = LaunchData.scorm12(new BigDecimal("80"), "01:00:00", "exit,message", "start=2");
            Story story = Story.of(Standard.SCORM_1_2, launch);
            assertThat(RunTime.initialValues(story.attempt, story.tree, Story.ANNA))
                    .containsEntry("cmi.student_data.mastery_score", "80")
                    .containsEntry("cmi.student_data.max_time_allowed", "01:00:00")
                    .containsEntry("cmi.student_data.time_limit_action", "exit,message")
                    .containsEntry("cmi.launch_data", "start=2")
                    .containsEntry("cmi.core.student_name", "Berg, Anna")
                    .containsEntry("cmi.core.lesson_status", "not attempted")
                    .doesNotContainKeys(EXIT, TIME);
        }
    }
}
