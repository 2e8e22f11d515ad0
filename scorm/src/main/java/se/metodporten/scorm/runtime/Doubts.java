package se.metodporten.scorm.runtime;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** When a result is not to be believed at once. */
final class Doubts {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** A player's clock starts a little later than content's, and stops a little earlier. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private Doubts() {}

    static Set<Doubt> ofPassing(ActivityState passed) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Duration spent = passed.measuredTime();
        if (spent.compareTo(AT_ONCE) < 0) {
            doubts.add(Doubt.PASSED_AT_ONCE);
        }
        boolean answered = passed.values().keySet().stream()
                .anyMatch(name -> name.endsWith(".student_response") || name.endsWith(".learner_response"));
        if (spent.compareTo(SOON) < 0 && passed.score() != null && !answered) {
            doubts.add(Doubt.PASSED_UNANSWERED);
        }
        return doubts;
    }

    static boolean claimsTime(Session session) {
        Duration reported = session.reported();
        return reported != null && reported.compareTo(session.measured().plus(SLACK)) > 0;
    }
}
