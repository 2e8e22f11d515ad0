package se.metodporten.elearning.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Someone;
import se.metodporten.elearning.ColleagueRow;
import se.metodporten.elearning.CourseCard;

/** What the API says of how far someone in a unit has come. */
@Schema(description = "Someone in a unit, and how far they have come with a course.")
public record ApiColleague(
        Someone person,
        String title,
        CourseCard.Progress progress,

        @Schema(description = "spent in it so far") int minutes,

        @Schema(description = "when they last worked with it") @Nullable
        LocalDate lastDay,

        @Nullable LocalDate completedOn) {

    static ApiColleague of(ColleagueRow row) {
        return new ApiColleague(
                new Someone(row.personId(), row.name()),
                row.title(),
                row.progress(),
                row.minutes(),
                row.lastDay(),
                row.completedOn());
    }
}
