package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult.Outcome;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.Activity.Kind;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.LaunchData.SharedData;
import se.metodporten.scorm.sn.Trees;

/** An attempt at a course with several parts: each has its own state, together they make the result. */
class SeveralPartsTest {

    private static final ActivityTree TREE =
            Trees.of(Standard.SCORM_1_2, Trees.sco("a"), Trees.leaf("b", Kind.ASSET, LaunchData.NONE), Trees.sco("c"));

    private static final String STATUS = "cmi.core.lesson_status";

    @Test
    void each_part_has_its_own_values_and_status() {
        Story story = new Story(TREE).opens("a", "s1");
        story.says("cmi.core.lesson_location", "in a", STATUS, "completed");
        story.opens("c", "s2").says("cmi.core.lesson_location", "in c");
        assertThat(story.attempt.activity("a").values()).containsEntry("cmi.core.lesson_location", "in a");
        assertThat(story.attempt.status("c")).isEqualTo(LessonStatus.NOT_ATTEMPTED);
        assertThat(story.opens("a", "s3").first("cmi.core.lesson_location")).isEqualTo("in a");
        assertThat(story.first(STATUS)).isEqualTo("completed");
    }

    @Test
    void together_they_make_the_result() {
        Story story = new Story(TREE).opens("a", "s1");
        story.says(STATUS, "passed", "cmi.core.score.raw", "70", "cmi.core.session_time", "00:10:00");
        assertThat(story.result().status()).isEqualTo(LessonStatus.INCOMPLETE);
        assertThat(CompletionRule.STATUS.isFulfilledBy(story.result())).isFalse();
        story.opens("b", "s2").commits("s2", 1, End.SEEN, 60);
        story.opens("c", "s3").says(STATUS, "completed", "cmi.core.score.raw", "90");
        assertThat(story.result().status()).isEqualTo(LessonStatus.PASSED);
        assertThat(story.result().score()).hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("80"));
        assertThat(CompletionRule.STATUS.isFulfilledBy(story.result())).isTrue();
    }

    @Test
    void only_an_asset_is_done_by_being_seen() {
        Story story = new Story(TREE).opens("a", "s1");
        assertThat(story.commits("s1", 1, End.SEEN, 1).status()).isEqualTo(LessonStatus.NOT_ATTEMPTED);
        story.opens("b", "s2");
        assertThat(story.commits("s2", 1, End.SEEN, 1).status()).isEqualTo(LessonStatus.COMPLETED);
        assertThat(story.opens("b", "s3").commits("s3", 1, End.NONE, 1).status())
                .isEqualTo(LessonStatus.COMPLETED);
    }

    @Test
    void late_words_of_one_part_are_whole_when_only_another_has_been_opened_since() {
        Story story = new Story(TREE).opens("a", "s1");
        story.says("cmi.suspend_data", "1");
        story.opens("c", "s2").says("cmi.suspend_data", "2");
        assertThat(story.commits("s1", 2, End.FINISHED, 99, "cmi.suspend_data", "3")
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
        assertThat(story.attempt.activity("a").values()).containsEntry("cmi.suspend_data", "3");
        assertThat(story.attempt.activity("c").values()).containsEntry("cmi.suspend_data", "2");
    }

    @Test
    void what_cannot_be_started_is_not_opened() {
        ActivityTree tree = Trees.of(Standard.SCORM_1_2, Trees.heading("k", Trees.sco("a")));
        AttemptState state = AttemptState.begin(Standard.SCORM_1_2);
        assertThatThrownBy(() -> RunTime.open(state, tree, "k", "s")).isInstanceOf(ScormException.class);
        assertThatThrownBy(() -> RunTime.open(state, tree, "x", "s")).isInstanceOf(ScormException.class);
    }

    @Test
    void a_part_that_a_new_version_has_not_is_a_session_of_another_attempt() {
        Story story = new Story(TREE).opens("a", "s1");
        ActivityTree other = Trees.of(Standard.SCORM_1_2, Trees.sco("c"));
        CommitRequest commit = new CommitRequest("s1", 1, Map.of(STATUS, "passed"), Duration.ZERO, End.NONE);
        assertThat(RunTime.commit(story.attempt, other, commit).outcome()).isEqualTo(Outcome.UNKNOWN_SESSION);
    }

    @Test
    void shared_data_is_seen_by_all_parts_that_may_read_it() {
        ActivityTree tree = Trees.of(
                Standard.SCORM_2004,
                shares("a", new SharedData("x", true, true), new SharedData("y", false, true)),
                shares("b", new SharedData("y", true, false), new SharedData("x", true, true)));
        Story story = new Story(tree).opens("a", "s1");
        assertThat(story.first("adl.data.0.id")).isEqualTo("x");
        assertThat(story.first("adl.data.0.store")).isNull();
        assertThat(RunTime.closed(story.attempt, tree)).containsOnlyKeys("adl.data.1.store");
        assertThat(story.says("adl.data.0.store", "ett", "adl.data.1.store", "två", "adl.data.2.store", "tre")
                        .refused())
                .hasSize(1);
        story.opens("b", "s2");
        assertThat(story.first("adl.data.0.store")).isEqualTo("två");
        assertThat(story.first("adl.data.1.store")).isEqualTo("ett");
        assertThat(story.says("adl.data.0.store", "nej").refused())
                .extracting(CommitResult.Refusal::code)
                .containsExactly(ErrorCode.READ_ONLY);
        assertThat(AttemptState.fromJson(story.attempt.toJson())).isEqualTo(story.attempt);
    }

    private static Activity shares(String id, SharedData... shared) {
        return Trees.leaf(id, Kind.SCO, new LaunchData(null, null, null, null, null, null, List.of(), List.of(shared)));
    }

    @Test
    void an_attempt_does_not_grow_without_end_over_all_its_parts() {
        Activity[] parts = new Activity[30];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Trees.sco("part" + i);
        }
        Story story = new Story(Trees.of(Standard.SCORM_2004, parts));
        String large = "x".repeat(190_000);
        for (int i = 0; i < parts.length; i++) {
            story.opens("part" + i, "s" + i).says("cmi.suspend_data", large);
        }
        int characters = story.attempt.activities().values().stream()
                .flatMap(a -> a.values().values().stream())
                .mapToInt(String::length)
                .sum();
        assertThat(characters).isLessThanOrEqualTo(Values.MOST_OF_ATTEMPT).isGreaterThan(3_500_000);
    }

    @Test
    void a_course_counts_as_done_by_its_own_rule() {
        Story story = new Story(Trees.one(Standard.SCORM_1_2, LaunchData.NONE)).opens("s1");
        story.says(STATUS, "completed", "cmi.core.score.raw", "70");
        AttemptResult result = story.result();
        assertThat(List.of("status", "score:70", "either:90", "both:70"))
                .allMatch(code -> CompletionRule.ofCode(code).orElseThrow().isFulfilledBy(result));
        assertThat(List.of("passed", "score:71", "both:71"))
                .noneMatch(code -> CompletionRule.ofCode(code).orElseThrow().isFulfilledBy(result));
        assertThat(List.of("", "score", "score:101", "either:", "STATUS"))
                .allMatch(code -> CompletionRule.ofCode(code).isEmpty());
    }
}
