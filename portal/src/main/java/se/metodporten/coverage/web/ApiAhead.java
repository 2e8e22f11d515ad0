package se.metodporten.coverage.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API says of the year to come. */
@Schema(description = "How many places will be covered in the months after the day asked about.")
public record ApiAhead(
        ApiQuestion question,

        @Schema(description = "the day itself and the same day of the next twelve months")
        List<ApiDay> days) {

    /** One day. */
    @Schema(description = "The sum of all in the reader's places on one day.")
    public record ApiDay(
            LocalDate day,
            int inNeed,
            @Schema(description = "if nobody acts") int covered,

            @Schema(description = "if planned trainings are taken; null: none has anybody signed up") @Nullable
            Integer coveredIfPlanned) {}
}
