package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;

/**
 * All that is kept of a learner's way through one activity; immutable.
 *
 * @param values by element: what content set and may read again, in the order it was first said
 * @param status the best that the rules allow
 * @param reportedStatus 1.2: content's own last word about the status, whatever the rules made of it
 * @param score 0–100, the one that counts
 * @param sessions oldest first
 * @param earlierTime of sessions so old that they are no longer listed
 * @param earlierTimeOfAttempt 2004: the part of it that belongs to the learner attempt under way
 */
public record ActivityState(
        Map<String, String> values,
        LessonStatus status,
        @Nullable LessonStatus reportedStatus,
        @Nullable BigDecimal score,
        List<Session> sessions,
        Duration earlierTime,
        Duration earlierTimeOfAttempt,
        Set<Doubt> doubts) {

    static final ActivityState UNTOUCHED = new ActivityState(
            Map.of(), LessonStatus.NOT_ATTEMPTED, null, null, List.of(), Duration.ZERO, Duration.ZERO, Set.of());

    /** Sessions listed one by one; the time of older ones is kept as a sum. */
    static final int LISTED_SESSIONS = 32;

    public ActivityState {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        sessions = List.copyOf(sessions);
        doubts = doubts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(doubts));
    }

    /** Each session once. */
    public Duration totalTime() {
        return sessions.stream().map(Session::time).reduce(earlierTime, Duration::plus);
    }

    /** 2004: the time of the learner attempt under way, which begins after a session that ended. */
    Duration timeOfAttempt() {
        Duration time = earlierTimeOfAttempt;
        for (Session session : sessions) {
            time = time.plus(session.time());
            if (session.hasEnded()) {
                time = Duration.ZERO;
            }
        }
        return time;
    }

    Duration measuredTime() {
        return sessions.stream().map(Session::measured).reduce(earlierTime, Duration::plus);
    }

    /** The last session before the newest one in which content said anything. */
    Optional<Session> lastSaidBefore(int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (sessions.get(i).said()) {
                return Optional.of(sessions.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether content may have said something in sessions that are no longer listed. */
    boolean isLongAgo() {
        return sessions.size() >= LISTED_SESSIONS && !values.isEmpty();
    }

    int indexOf(String sessionId) {
        for (int i = 0; i < sessions.size(); i++) {
            if (sessions.get(i).id().equals(sessionId)) {
                return i;
            }
        }
        return -1;
    }

    /** With a new session; the one before it is over, whether content said so or not. */
    ActivityState opened(String sessionId) {
        List<Session> listed = new ArrayList<>(sessions);
        listed.add(Session.opened(sessionId));
        Duration earlier = earlierTime;
        Duration ofAttempt = earlierTimeOfAttempt;
        while (listed.size() > LISTED_SESSIONS) {
            Session oldest = listed.remove(0);
            earlier = earlier.plus(oldest.time());
            ofAttempt = oldest.hasEnded() ? Duration.ZERO : ofAttempt.plus(oldest.time());
        }
        return new ActivityState(values, settled(), reportedStatus, score, listed, earlier, ofAttempt, doubts);
    }

    /** 1.2: without a score, an end that content reported was held for the mastery score; now none will come. */
    private LessonStatus settled() {
        if (reportedStatus == null || !reportedStatus.isFinal() || score != null) {
            return status;
        }
        return reportedStatus.after(status);
    }
}
