package se.metodporten.scorm.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three moments of a session: it is opened, content gets its first values, its commits come in. All pure. */
public final class RunTime {

    /** Sessions listed one by one; the time of older ones is kept as a sum. */
    static final int LISTED_SESSIONS = 32;

    private RunTime() {}

    /** The attempt with a new live session; the session before it is over, whether content said so or not. */
    public static AttemptState open(AttemptState state, String sessionId) {
        List<Session> sessions = new ArrayList<>(state.sessions());
        if (sessions.stream().anyMatch(s -> s.id().equals(sessionId))) {
            throw new IllegalArgumentException("session ids are used once");
        }
        sessions.add(Session.opened(sessionId));
        Duration earlier = state.earlierTime();
        while (sessions.size() > LISTED_SESSIONS) {
            earlier = earlier.plus(sessions.remove(0).time());
        }
        return new AttemptState(
                state.standard(), state.values(), settled(state), state.reportedStatus(), sessions, earlier);
    }

    /** Without a score, an end that content reported was held for the mastery score; now none will come. */
    private static LessonStatus settled(AttemptState state) {
        LessonStatus reported = state.reportedStatus();
        if (reported == null || !reported.isFinal() || state.score().isPresent()) {
            return state.status();
        }
        return reported.after(state.status());
    }

    /** What content may read when the live session starts, by element. Ask again after a journal was replayed. */
    public static Map<String, String> initialValues(AttemptState state, LaunchData launch, Learner learner) {
        DataModel model = DataModel.of(state.standard());
        boolean review = state.status() == LessonStatus.PASSED;
        Map<String, String> first = new LinkedHashMap<>();
        first.put("cmi.core.student_id", learner.id());
        first.put("cmi.core.student_name", cut(learner.name(), model));
        first.put("cmi.core.credit", review ? "no-credit" : "credit");
        first.put("cmi.core.lesson_mode", review ? "review" : "normal");
        first.put("cmi.core.entry", entry(state));
        first.put("cmi.core.lesson_status", state.status().word());
        first.put("cmi.core.total_time", Timespan.format(state.totalTime()));
        putIfThere(first, "cmi.launch_data", launch.dataFromLms());
        putIfThere(
                first,
                "cmi.student_data.mastery_score",
                launch.masteryScore() == null ? null : launch.masteryScore().toPlainString());
        putIfThere(first, "cmi.student_data.max_time_allowed", launch.maxTimeAllowed());
        putIfThere(first, "cmi.student_data.time_limit_action", launch.timeLimitAction());
        first.putAll(state.values());
        return first;
    }

    private static String cut(String name, DataModel model) {
        int longest = model.typeOf(model.element("cmi.core.student_name")).accepted();
        return name.length() <= longest ? name : name.substring(0, longest);
    }

    private static void putIfThere(Map<String, String> values, String element, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(element, value);
        }
    }

    /** From the last session before the live one that sent anything. */
    private static String entry(AttemptState state) {
        boolean untouched = state.values().isEmpty() && state.status() == LessonStatus.NOT_ATTEMPTED;
        List<Session> sessions = state.sessions();
        for (int i = sessions.size() - 2; i >= 0; i--) {
            Session session = sessions.get(i);
            // opened and closed before content said a word: there is nothing to resume
            if (session.hasSpoken() && (session.finished() || !untouched)) {
                return session.nextEntry();
            }
        }
        return untouched ? "ab-initio" : "resume";
    }

    /** Merges one commit by the rules of README.md. */
    public static CommitResult commit(AttemptState state, CommitRequest request, LaunchData launch) {
        return Merge.of(state, request, launch);
    }

    /** Merges commits of one session in their order; refusals and warnings are those of all of them. */
    public static CommitResult commitAll(AttemptState state, List<CommitRequest> requests, LaunchData launch) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("no commit");
        }
        CommitResult last = commit(state, requests.get(0), launch);
        List<CommitResult.Refusal> refused = new ArrayList<>(last.refused());
        List<CommitResult.Warning> warnings = new ArrayList<>(last.warnings());
        for (CommitRequest request : requests.subList(1, requests.size())) {
            last = commit(last.state(), request, launch);
            refused.addAll(last.refused());
            warnings.addAll(last.warnings());
        }
        return new CommitResult(last.outcome(), last.state(), last.lastSequence(), refused, warnings);
    }
}
