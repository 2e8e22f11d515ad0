package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.Trees;

/** A learner's way through sessions, one commit after the other; an hour passes in each. */
final class Story {

    static final Learner ANNA = new Learner("learner-1", "Berg, Anna");
    private static final int AN_HOUR = 3600;

    AttemptState attempt;
    final ActivityTree tree;
    private String part = Trees.ONLY;
    private String session = "";
    private int sequence;

    Story(ActivityTree tree) {
        this.tree = tree;
        this.attempt = AttemptState.begin(tree.standard());
    }

    static Story of(Standard standard, LaunchData launch) {
        return new Story(Trees.one(standard, launch)).opens("s1");
    }

    Story opens(String id) {
        return opens(part, id);
    }

    Story opens(String activity, String id) {
        attempt = RunTime.open(attempt, tree, activity, id);
        part = activity;
        session = id;
        sequence = 0;
        return this;
    }

    CommitResult says(String... elementsAndValues) {
        return commits(session, ++sequence, End.NONE, AN_HOUR, elementsAndValues);
    }

    CommitResult finishes(String... elementsAndValues) {
        return commits(session, ++sequence, End.FINISHED, AN_HOUR, elementsAndValues);
    }

    CommitResult leaves(String... elementsAndValues) {
        return commits(session, ++sequence, End.LEFT, AN_HOUR, elementsAndValues);
    }

    CommitResult commits(String id, int number, End end, int seconds, String... elementsAndValues) {
        Map<String, String> sets = new LinkedHashMap<>();
        for (int i = 0; i < elementsAndValues.length; i += 2) {
            sets.put(elementsAndValues[i], elementsAndValues[i + 1]);
        }
        CommitResult result =
                RunTime.commit(attempt, tree, new CommitRequest(id, number, sets, Duration.ofSeconds(seconds), end));
        attempt = result.state();
        return result;
    }

    /** What content would read first. */
    @Nullable
    String first(String element) {
        return RunTime.initialValues(attempt, tree, ANNA).get(element);
    }

    ActivityState state() {
        return attempt.activity(part);
    }

    Map<String, String> values() {
        return state().values();
    }

    String word() {
        return state().status().word();
    }

    @Nullable
    BigDecimal score() {
        return state().score();
    }

    AttemptResult result() {
        return attempt.result(tree);
    }
}
