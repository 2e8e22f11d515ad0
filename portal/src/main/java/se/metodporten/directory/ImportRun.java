package se.metodporten.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as an administrator sees it.
 *
 * @param checkedFor the day that the report is about; null before there is one
 * @param done rows read or applied so far, of about {@code total}
 * @param faulty rows that cannot be used
 */
public record ImportRun(
        long id,
        ImportKind kind,
        String fileName,
        RunState state,
        @Nullable LocalDate checkedFor,
        @Nullable Refusal refusal,
        String refusalValue,
        int done,
        int total,
        int added,
        int changed,
        int closed,
        int unchanged,
        int faulty,
        Instant progressedAt,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant appliedAt) {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    public boolean working(Instant now) {
        return state.working() && !interrupted(now);
    }

    /** Whoever worked on it is gone: the portal stopped in the middle. */
    public boolean interrupted(Instant now) {
        return state.working() && progressedAt.plus(LONGEST_SILENCE).isBefore(now);
    }

    /** Whether its rows are there to be looked at and decided about. */
    public boolean decidable() {
        return state == RunState.CHECKED || (state == RunState.FAILED && checkedFor != null);
    }

    /** Whether it would change anything. */
    public boolean changing() {
        return added + changed + closed > 0;
    }

    public int percent() {
        return total == 0 ? 0 : Math.min(100, (int) (100L * done / total));
    }
}
