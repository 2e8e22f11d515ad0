package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.sn.ActivityTree;

/** A host that kept a course as one item, and an attempt as its values, moves both as text: its migration makes these. */
class StoredBeforeTest {

    private static final ActivityTree TREE = ActivityTree.fromJson("{\"standard\": \"SCORM_1_2\", \"root\": "
            + "{\"identifier\": \"course\", \"title\": \"ViSam – grunderna\", \"kind\": \"HEADING\", \"url\": \"\", "
            + "\"visible\": true, \"prerequisites\": \"\", \"hidden\": [], "
            + "\"launchData\": {\"objectives\": [], \"shared\": []}, \"children\": "
            + "[{\"identifier\": \"item\", \"title\": \"ViSam – grunderna\", \"kind\": \"SCO\", \"url\": \"index.html?a=b\", "
            + "\"visible\": true, \"prerequisites\": \"\", \"hidden\": [], "
            + "\"launchData\": {\"masteryScore\": \"80\", \"dataFromLms\": \"å \\\"x\\\"\", \"objectives\": [], \"shared\": []}, "
            + "\"children\": []}]}}");

    private static final AttemptState UNDER_WAY = AttemptState.fromJson(
            "{\"version\":2,\"standard\":\"1.2\",\"activities\":{\"item\":{\"version\":1,\"standard\":\"1.2\",\"status\":\"incomplete\",\"values\":"
                    + "{\"cmi.suspend_data\":\"å \\ud800 {\\\"id\\\":\\\"no\\\"\",\"cmi.core.lesson_location\":\"page-3\",\"cmi.core.score.raw\":\"90\"},\"sessions\":"
                    + "[{\"id\":\"s1\",\"lastSequence\":2,\"measured\":\"PT1M\",\"finished\":false,\"exit\":\"suspend\"},"
                    + "{\"id\":\"s2\",\"lastSequence\":0,\"measured\":\"PT0S\",\"finished\":false,\"exit\":\"\"}],\"earlierTime\":\"PT0S\""
                    + ",\"score\":\"90.00\"}},\"shared\":{},\"current\":\"item\",\"liveSession\":\"s2\"}");

    @Test
    void the_course_is_one_part_with_what_its_manifest_said() {
        assertThat(TREE.first().orElseThrow().url()).isEqualTo("index.html?a=b");
        assertThat(TREE.activity("item").launchData().masteryScore()).isEqualByComparingTo("80");
        assertThat(TREE.activity("item").launchData().dataFromLms()).isEqualTo("å \"x\"");
    }

    @Test
    void the_attempt_goes_on_in_the_session_that_was_open() {
        assertThat(RunTime.initialValues(UNDER_WAY, TREE, Story.ANNA))
                .containsEntry("cmi.core.entry", "resume")
                .containsEntry("cmi.core.lesson_location", "page-3")
                .containsEntry("cmi.suspend_data", "å \ud800 {\"id\":\"no\"");

        CommitResult result = RunTime.commitAll(
                UNDER_WAY,
                TREE,
                List.of(new CommitRequest(
                        "s2", 1, Map.of("cmi.core.lesson_status", "passed"), Duration.ofMinutes(2), End.FINISHED)));

        assertThat(result.outcome()).isEqualTo(CommitResult.Outcome.APPLIED);
        AttemptResult whole = result.state().result(TREE);
        assertThat(whole.status()).isEqualTo(LessonStatus.PASSED);
        assertThat(whole.score().orElseThrow()).isEqualByComparingTo(new BigDecimal("90"));
        assertThat(whole.totalTime()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void an_attempt_that_nobody_opened_begins() {
        AttemptState never =
                AttemptState.fromJson("{\"version\":2,\"standard\":\"1.2\",\"activities\":{},\"shared\":{}}");

        assertThat(RunTime.navigation(never, TREE).start().orElseThrow().identifier())
                .isEqualTo("item");
    }
}
