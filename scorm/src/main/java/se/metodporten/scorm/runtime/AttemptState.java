package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;

/**
 * All that is kept of a learner's attempt at one item of a package; immutable.
 *
 * @param values by element: what content set and may read again, in the order it was first said
 * @param status the best that the rules allow
 * @param reportedStatus content's own last word about the status, whatever the rules made of it
 * @param sessions oldest first, the last one is the live one
 * @param earlierTime of sessions so old that they are no longer listed
 */
public record AttemptState(
        Standard standard,
        Map<String, String> values,
        LessonStatus status,
        @Nullable LessonStatus reportedStatus,
        List<Session> sessions,
        Duration earlierTime) {

    static final String SCORE_RAW = "cmi.core.score.raw";

    public AttemptState {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        sessions = List.copyOf(sessions);
    }

    /** An attempt that nobody has opened yet. */
    public static AttemptState begin(Standard standard) {
        return new AttemptState(standard, Map.of(), LessonStatus.NOT_ATTEMPTED, null, List.of(), Duration.ZERO);
    }

    /** Reads {@link #toJson()}; throws ScormException {@code state.malformed} for anything else. */
    public static AttemptState fromJson(String json) {
        return StateJson.read(json);
    }

    /** For one text column; lossless also for the unpaired surrogates that compressing content produces. */
    public String toJson() {
        return StateJson.write(this);
    }

    /** The score, 0–100. */
    public Optional<BigDecimal> score() {
        String raw = values.getOrDefault(SCORE_RAW, "");
        return raw.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(raw));
    }

    /** Each session once. */
    public Duration totalTime() {
        return sessions.stream().map(Session::time).reduce(earlierTime, Duration::plus);
    }

    /** The session that may move the learner's place. */
    public Optional<Session> liveSession() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
    }
}
