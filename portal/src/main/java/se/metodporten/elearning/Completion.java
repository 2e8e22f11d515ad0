package se.metodporten.elearning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did a version of a course.
 *
 * @param units where the person works today, of those that the reader may look into
 * @param version null for what was recorded without one
 * @param score 0–100; null when content told none
 */
public record Completion(
        long personId,
        String name,
        String units,
        @Nullable Integer version,
        LocalDate completedOn,
        Result result,
        @Nullable BigDecimal score) {

    /** What stands behind it. */
    public enum Result {
        /** Content said passed. */
        PASSED,
        /** By the course's rule, without content saying passed. */
        COMPLETED,
        /** No attempt here: it was recorded. */
        RECORDED
    }
}
