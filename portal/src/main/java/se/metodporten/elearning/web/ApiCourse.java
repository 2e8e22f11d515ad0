package se.metodporten.elearning.web;

import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.elearning.CourseCard;

/** What the API says of a course. */
@Schema(description = "A course as one learner sees it.")
public record ApiCourse(
        String code,
        String title,
        String summary,
        int minutes,

        @Schema(description = "a role that the learner is appointed to requires it, and it is not done")
        boolean required,

        CourseCard.Progress progress,

        @Schema(description = "the day of the first completion; null: not completed") @Nullable
        LocalDate completedOn,

        @Schema(description = "number of the published version; null: none is") @Nullable
        Integer version) {

    /** Also for what the top of the portal tells of a person. */
    public static ApiCourse of(CourseCard card, Locale locale) {
        return new ApiCourse(
                card.code(),
                card.title().in(locale),
                card.summary().in(locale),
                card.minutes(),
                card.required(),
                card.progress(),
                card.completedOn(),
                card.version());
    }
}
