package se.metodporten.scorm.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of an activity in one opening of the player.
 *
 * @param lastSequence the commits acknowledged: 1 to this
 * @param reported what content says that it lasted ({@code session_time})
 * @param measured what the player's clock says
 * @param said whether content has set anything or has finished
 * @param finished whether content called Finish or Terminate
 * @param exit the last {@code exit}
 * @param suspended whether the learner left on the way: by the player's own door, a closed tab, or content's suspendAll
 */
public record Session(
        String id,
        int lastSequence,
        @Nullable Duration reported,
        Duration measured,
        boolean said,
        boolean finished,
        String exit,
        boolean suspended) {

    private static final String SUSPEND = "suspend";

    static Session opened(String id) {
        return new Session(id, 0, null, Duration.ZERO, false, false, "", false);
    }

    /** The time that counts: content's word, else the clock's. */
    public Duration time() {
        return reported != null ? reported : measured;
    }

    boolean hasSpoken() {
        return lastSequence > 0;
    }

    /** Whether it left nothing to go on with: a closed tab is a suspended session. */
    boolean hasEnded() {
        return finished && !suspended && !exit.equals(SUSPEND);
    }
}
