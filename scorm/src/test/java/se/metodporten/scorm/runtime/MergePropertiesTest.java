package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.Trees;

/** What holds for everything that content may say, in whatever order it arrives. */
class MergePropertiesTest {

    private static final LaunchData MASTERY_60 = LaunchData.scorm12(new BigDecimal(60), null, null, null);

    private static final ActivityTree MASTERY = Trees.one(Standard.SCORM_1_2, MASTERY_60);
    private static final ActivityTree FREE = Trees.one(Standard.SCORM_1_2, LaunchData.NONE);

    @Provide
    Arbitrary<Map<String, String>> sets() {
        Arbitrary<String> elements = Arbitraries.of(
                "cmi.core.lesson_status",
                "cmi.core.score.raw",
                "cmi.core.score.max",
                "cmi.core.exit",
                "cmi.core.session_time",
                "cmi.core.lesson_location",
                "cmi.suspend_data",
                "cmi.objectives.0.id",
                "cmi.objectives.1.status",
                "cmi.core.student_id",
                "cmi.core",
                "x");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "passed",
                        "failed",
                        "completed",
                        "incomplete",
                        "browsed",
                        "suspend",
                        "",
                        "0",
                        "59",
                        "60",
                        "100",
                        "101",
                        "00:10:00",
                        "banana"),
                Arbitraries.strings().all().ofMaxLength(20));
        return Arbitraries.maps(elements, values).ofMaxSize(6).map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<List<CommitRequest>> commits() {
        return Combinators.combine(
                        sets(),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(End.NONE, End.NONE, End.FINISHED, End.LEFT))
                .as((sets, seconds, finished) ->
                        new CommitRequest("s1", 1, sets, Duration.ofSeconds(seconds), finished))
                .list()
                .ofMaxSize(8)
                .map(MergePropertiesTest::numbered);
    }

    private static List<CommitRequest> numbered(List<CommitRequest> commits) {
        List<CommitRequest> numbered = new ArrayList<>();
        for (CommitRequest c : commits) {
            numbered.add(new CommitRequest(c.sessionId(), numbered.size() + 1, c.sets(), c.elapsed(), c.end()));
        }
        return numbered;
    }

    private static ActivityState only(AttemptState state) {
        return state.activity(Trees.ONLY);
    }

    private static AttemptState opened() {
        return RunTime.open(AttemptState.begin(Standard.SCORM_1_2), FREE, Trees.ONLY, "s1");
    }

    @Property(tries = 200)
    void sending_everything_again_changes_nothing(@ForAll("commits") List<CommitRequest> commits) {
        AttemptState state = opened();
        for (CommitRequest commit : commits) {
            state = RunTime.commit(state, MASTERY, commit).state();
        }
        for (CommitRequest commit : commits) {
            assertThat(RunTime.commit(state, MASTERY, commit).state()).isSameAs(state);
        }
    }

    @Property(tries = 200)
    void last_words_that_overtake_a_commit_end_at_the_same_place(
            @ForAll("commits") List<CommitRequest> commits, @ForAll int seed) {
        if (commits.size() < 2) {
            return;
        }
        AttemptState inOrder = opened();
        for (CommitRequest commit : commits) {
            inOrder = RunTime.commit(inOrder, FREE, commit).state();
        }
        // one of the later commits arrives first; the player then sends all again
        CommitRequest early = commits.get(1 + Math.floorMod(seed, commits.size() - 1));
        AttemptState overtaken = RunTime.commit(opened(), FREE, early).state();
        for (CommitRequest commit : commits) {
            overtaken = RunTime.commit(overtaken, FREE, commit).state();
        }
        Map<String, String> place = new LinkedHashMap<>(only(overtaken).values());
        Map<String, String> expected = new LinkedHashMap<>(only(inOrder).values());
        place.keySet().removeIf(k -> k.startsWith("cmi.core.score"));
        expected.keySet().removeIf(k -> k.startsWith("cmi.core.score"));
        assertThat(place).isEqualTo(expected);
        assertThat(only(overtaken).sessions().get(0).lastSequence()).isEqualTo(commits.size());
    }

    @Property(tries = 200)
    void a_result_once_reached_stands_whatever_follows(@ForAll("commits") List<CommitRequest> commits) {
        AttemptState state = opened();
        for (CommitRequest commit : commits) {
            AttemptState next = RunTime.commit(state, MASTERY, commit).state();
            ActivityState before = only(state);
            if (before.status().isDone()) {
                assertThat(only(next).status()).isGreaterThanOrEqualTo(before.status());
            }
            if (before.status() == LessonStatus.PASSED && before.score() != null) {
                assertThat(only(next).score()).isGreaterThanOrEqualTo(before.score());
            }
            state = next;
        }
    }

    @Property(tries = 200)
    void a_state_is_the_same_after_a_night_in_the_database(@ForAll("commits") List<CommitRequest> commits) {
        AttemptState state = opened();
        for (CommitRequest commit : commits) {
            state = RunTime.commit(state, MASTERY, commit).state();
        }
        state = RunTime.open(state, FREE, Trees.ONLY, "s2");
        byte[] stored = state.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String loaded = new String(stored, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(AttemptState.fromJson(loaded)).isEqualTo(state);
    }

    @Property(tries = 200)
    void a_text_that_is_no_state_is_refused_by_our_own_exception(@ForAll String garbage) {
        String whole = opened().toJson();
        for (String text : List.of(garbage, whole.replace("\"s1\"", garbage), whole.substring(1), "{}", "[]", "null")) {
            try {
                assertThat(AttemptState.fromJson(text)).isNotNull();
            } catch (ScormException e) {
                assertThat(e.key()).startsWith("state.");
            }
        }
    }
}
