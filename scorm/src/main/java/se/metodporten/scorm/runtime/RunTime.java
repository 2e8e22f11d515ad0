package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.LaunchData.SharedData;
import se.metodporten.scorm.sn.Navigation;

/**
 * The three moments of a session: an activity is opened, content gets its first values, its commits come in. All pure.
 */
public final class RunTime {

    private RunTime() {}

    /**
     * The attempt with a new live session on an activity; the session before it is over, whether content said so or not.
     */
    public static AttemptState open(AttemptState state, ActivityTree tree, String activity, String sessionId) {
        if (state.activityOf(sessionId).isPresent()) {
            throw new IllegalArgumentException("session ids are used once");
        }
        if (!tree.activity(activity).launchable()) {
            throw new ScormException("tree.nothingToStart", activity);
        }
        Map<String, ActivityState> all = new LinkedHashMap<>(state.activities());
        all.put(activity, state.activity(activity).opened(sessionId));
        return new AttemptState(state.standard(), all, activity, sessionId, state.shared());
    }

    /** Where the learner may go, from where the attempt is. */
    public static Navigation navigation(AttemptState state, ActivityTree tree) {
        return Navigation.of(tree, Optional.ofNullable(state.current()), state::status);
    }

    /** What content may read when the live session starts, by element. Ask again after a journal was replayed. */
    public static Map<String, String> initialValues(AttemptState state, ActivityTree tree, Learner learner) {
        Activity activity = live(state, tree);
        return switch (state.standard()) {
            case SCORM_1_2 -> values12(state.activity(activity.identifier()), activity.launchData(), learner);
            case SCORM_2004 -> values2004(state, tree, activity, learner);
        };
    }

    /** Elements that the live activity may only read ({@code r}), only write ({@code w}), or neither (empty). */
    public static Map<String, String> closed(AttemptState state, ActivityTree tree) {
        Map<String, String> closed = new LinkedHashMap<>();
        List<SharedData> shared = live(state, tree).launchData().shared();
        for (int i = 0; i < shared.size(); i++) {
            SharedData one = shared.get(i);
            if (!one.readable() || !one.writable()) {
                closed.put("adl.data." + i + ".store", (one.readable() ? "r" : "") + (one.writable() ? "w" : ""));
            }
        }
        return closed;
    }

    private static Activity live(AttemptState state, ActivityTree tree) {
        @Nullable String current = state.current();
        if (current == null) {
            throw new IllegalArgumentException("nothing was opened");
        }
        return tree.activity(current);
    }

    private static Map<String, String> values12(ActivityState state, LaunchData launch, Learner learner) {
        boolean review = state.status() == LessonStatus.PASSED;
        Map<String, String> first = new LinkedHashMap<>();
        first.put("cmi.core.student_id", learner.id());
        first.put("cmi.core.student_name", cut(learner.name(), Standard.SCORM_1_2, "cmi.core.student_name"));
        first.put("cmi.core.credit", review ? "no-credit" : "credit");
        first.put("cmi.core.lesson_mode", review ? "review" : "normal");
        first.put("cmi.core.entry", entry12(state));
        first.put("cmi.core.lesson_status", state.status().word());
        first.put("cmi.core.total_time", Timespan.format(Standard.SCORM_1_2, state.totalTime()));
        putIfThere(first, "cmi.launch_data", launch.dataFromLms());
        putIfThere(first, "cmi.student_data.mastery_score", launch.masteryScore());
        putIfThere(first, "cmi.student_data.max_time_allowed", launch.maxTimeAllowed());
        putIfThere(first, "cmi.student_data.time_limit_action", launch.timeLimitAction());
        first.putAll(state.values());
        return first;
    }

    private static Map<String, String> values2004(
            AttemptState attempt, ActivityTree tree, Activity activity, Learner learner) {
        ActivityState state = attempt.activity(activity.identifier());
        LaunchData launch = activity.launchData();
        boolean review = state.status() == LessonStatus.PASSED;
        int live = state.sessions().size() - 1;
        boolean anew = startsAnew(Standard.SCORM_2004, state, live)
                && !state.sessions().get(live).hasSpoken();
        Map<String, String> first = new LinkedHashMap<>();
        first.put("cmi.learner_id", learner.id());
        first.put("cmi.learner_name", cut(learner.name(), Standard.SCORM_2004, "cmi.learner_name"));
        first.put("cmi.credit", review ? "no-credit" : "credit");
        first.put("cmi.mode", review ? "review" : "normal");
        first.put("cmi.entry", anew ? "ab-initio" : "resume");
        first.put("cmi.total_time", Timespan.format(Standard.SCORM_2004, state.timeOfAttempt()));
        putIfThere(first, "cmi.launch_data", launch.dataFromLms());
        putIfThere(first, "cmi.completion_threshold", launch.completionThreshold());
        putIfThere(first, "cmi.scaled_passing_score", launch.scaledPassingScore());
        putIfThere(first, "cmi.max_time_allowed", launch.maxTimeAllowed());
        putIfThere(first, "cmi.time_limit_action", launch.timeLimitAction());
        Navigation navigation = navigation(attempt, tree);
        first.put("adl.nav.request_valid.continue", String.valueOf(navigation.flowsOn()));
        first.put("adl.nav.request_valid.previous", String.valueOf(navigation.flowsBack()));
        for (String always : List.of("exit", "exitAll", "abandon", "abandonAll", "suspendAll")) {
            first.put("adl.nav.request_valid." + always, "true");
        }
        putShared(first, attempt, launch.shared());
        first.putAll(Rules.of(Standard.SCORM_2004, launch).seeds());
        first.putAll(anew ? Map.of() : state.values());
        return first;
    }

    private static void putShared(Map<String, String> first, AttemptState attempt, List<SharedData> shared) {
        for (int i = 0; i < shared.size(); i++) {
            first.put("adl.data." + i + ".id", shared.get(i).target());
            if (shared.get(i).readable()) {
                putIfThere(
                        first,
                        "adl.data." + i + ".store",
                        attempt.shared().get(shared.get(i).target()));
            }
        }
    }

    private static String cut(String name, Standard standard, String element) {
        DataModel model = DataModel.of(standard);
        int longest = model.typeOf(model.element(element)).accepted();
        return name.length() <= longest ? name : name.substring(0, longest);
    }

    private static void putIfThere(Map<String, String> values, String element, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(element, value);
        }
    }

    private static void putIfThere(Map<String, String> values, String element, @Nullable BigDecimal value) {
        putIfThere(values, element, value == null ? null : value.toPlainString());
    }

    /** From the last session before the live one in which content said anything. */
    private static String entry12(ActivityState state) {
        return state.lastSaidBefore(state.sessions().size() - 1)
                .map(last -> last.hasEnded() ? "" : "resume")
                .orElse(state.isLongAgo() ? "resume" : "ab-initio");
    }

    /** 2004: whether the session begins a new learner attempt, which finds nothing of the one before (RTE §2.1.1). */
    static boolean startsAnew(Standard standard, ActivityState state, int at) {
        return standard == Standard.SCORM_2004
                && state.lastSaidBefore(at).map(Session::hasEnded).orElse(!state.isLongAgo());
    }

    /** Merges one commit by the rules of README.md. */
    public static CommitResult commit(AttemptState state, ActivityTree tree, CommitRequest request) {
        return Merge.of(state, tree, request);
    }

    /** Merges commits of one session in their order; refusals and warnings are those of all of them. */
    public static CommitResult commitAll(AttemptState state, ActivityTree tree, List<CommitRequest> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("no commit");
        }
        CommitResult last = commit(state, tree, requests.get(0));
        List<CommitResult.Refusal> refused = new ArrayList<>(last.refused());
        List<CommitResult.Warning> warnings = new ArrayList<>(last.warnings());
        for (CommitRequest request : requests.subList(1, requests.size())) {
            last = commit(last.state(), tree, request);
            refused.addAll(last.refused());
            warnings.addAll(last.warnings());
        }
        return new CommitResult(last.outcome(), last.state(), last.activity(), last.lastSequence(), refused, warnings);
    }
}
