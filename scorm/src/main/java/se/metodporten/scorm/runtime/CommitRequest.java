package se.metodporten.scorm.runtime;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What content said since the last commit.
 *
 * @param sequence 1, 2, 3 … in the session
 * @param sets element → value, in the order content said them
 * @param tried what content wanted to set and was refused in the browser: to be logged, never to be kept
 * @param elapsed how long the session has lasted by the player's clock
 * @param end how it ends with this commit
 */
public record CommitRequest(
        String sessionId,
        int sequence,
        Map<String, String> sets,
        Map<String, String> tried,
        Duration elapsed,
        End end) {

    /** How a commit ends a session. */
    public enum End {
        /** It goes on, as far as anybody knows. */
        NONE,
        /** Content called Finish or Terminate. */
        FINISHED,
        /** Content called Finish or Terminate because the learner left: by the player's own door or a closed tab. */
        LEFT,
        /** An asset, which calls nothing, was shown. */
        SEEN
    }

    public CommitRequest {
        if (sequence < 1 || elapsed.isNegative()) {
            throw new IllegalArgumentException("sequence " + sequence + ", elapsed " + elapsed);
        }
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }

    public CommitRequest(String sessionId, int sequence, Map<String, String> sets, Duration elapsed, End end) {
        this(sessionId, sequence, sets, Map.of(), elapsed, end);
    }
}
