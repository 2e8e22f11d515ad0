package se.metodporten.scorm.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One opening of the player on an attempt.
 *
 * @param lastSequence the commits acknowledged: 1 to this
 * @param reported what content says that it lasted ({@code cmi.core.session_time})
 * @param measured what the player's clock says
 * @param finished whether content called Finish
 * @param exit the last {@code cmi.core.exit}
 */
public record Session(
        String id, int lastSequence, @Nullable Duration reported, Duration measured, boolean finished, String exit) {

    static Session opened(String id) {
        return new Session(id, 0, null, Duration.ZERO, false, "");
    }

    /** The time that counts: content's word, else the clock's. */
    public Duration time() {
        return reported != null ? reported : measured;
    }

    boolean hasSpoken() {
        return lastSequence > 0;
    }

    /** {@code cmi.core.entry} of the session that follows: a closed tab is a suspended session. */
    String nextEntry() {
        return !finished || exit.equals("suspend") ? "resume" : "";
    }
}
