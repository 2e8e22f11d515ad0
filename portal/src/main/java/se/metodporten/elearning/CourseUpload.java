package se.metodporten.elearning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * A package on its way to be a version of a course, or what became of it.
 *
 * @param versionId null before it is stored, and when it was taken away
 * @param number of the version that it has become; else the one that it would be
 * @param size of the file, in bytes
 * @param stored chunks that are there, of {@link #chunks}
 * @param summary null before it is checked
 * @param sameAs number of the published version that is the same file; null when there is none
 */
public record CourseUpload(
        long id,
        String courseCode,
        Bilingual courseTitle,
        @Nullable Long versionId,
        int number,
        State state,
        String fileName,
        long size,
        int stored,
        @Nullable PackageSummary summary,
        @Nullable Integer sameAs,
        Instant heardAt,
        Instant createdAt) {

    static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    /** How far it has come. */
    public enum State {
        CHECKING,
        STORING,
        READY,
        PUBLISHED,
        REFUSED,
        FAILED,
        DISCARDED;

        boolean underWay() {
            return this == CHECKING || this == STORING;
        }
    }

    public boolean working(Instant now) {
        return state.underWay() && !interrupted(now);
    }

    /** Whoever worked on it is gone: the portal stopped in the middle. */
    public boolean interrupted(Instant now) {
        return state.underWay() && heardAt.plus(LONGEST_SILENCE).isBefore(now);
    }

    /** Whether a person is to say what becomes of it. */
    public boolean decidable() {
        return state == State.READY;
    }

    public int chunks() {
        return (int) ((size + CourseStore.CHUNK - 1) / CourseStore.CHUNK);
    }

    public int percent() {
        return chunks() == 0 ? 0 : Math.min(100, (int) (100L * stored / chunks()));
    }
}
