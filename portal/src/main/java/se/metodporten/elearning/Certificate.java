package se.metodporten.elearning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * What a certificate of a course says.
 *
 * @param version of the course that was completed; null where that is not known
 * @param minutes that the course takes, about
 */
public record Certificate(
        String learner,
        Bilingual course,
        Bilingual summary,
        int minutes,
        @Nullable Integer version,
        LocalDate completedOn) {}
