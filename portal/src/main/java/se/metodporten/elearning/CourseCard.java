package se.metodporten.elearning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * A course as its learner sees it.
 *
 * @param required a role that the reader is appointed to requires it, and it is not done, or not in the version required
 * @param completedOn the day of the first completion; null when it has not been completed
 * @param version number of the published version; null while there is none
 */
public record CourseCard(
        String code,
        Bilingual title,
        Bilingual summary,
        int minutes,
        boolean required,
        Progress progress,
        @Nullable LocalDate completedOn,
        @Nullable Integer version) {

    /** Whether it is done, but a newer version of it is required. */
    public boolean requiredAgain() {
        return required && progress == Progress.DONE;
    }

    /** How far someone has come. */
    public enum Progress {
        NOT_STARTED,
        UNDER_WAY,
        DONE
    }
}
