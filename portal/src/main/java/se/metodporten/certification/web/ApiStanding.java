package se.metodporten.certification.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.StandingNow;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.web.api.Period;

/** What the API says of a standing on one day. */
@Schema(description = "The standing of an appointment on a day.")
public record ApiStanding(
        Standing standing,

        @Schema(
                description =
                        "certified and paused: the last day; refresher-due: the due day; lapsed: since; ended: the last day; null: none to tell")
        @Nullable
        LocalDate day,

        @Schema(description = "the nearest day by which something is to be renewed, itself still valid") @Nullable
        LocalDate dueDay,

        @Schema(description = "how many things keep it from being certified")
        int stepsLeft) {

    /** Also for what the top of the portal tells of a person. */
    public static ApiStanding of(StandingNow now) {
        LocalDate day = now.day();
        return new ApiStanding(now.standing(), day == null ? null : Period.lastDay(day), now.dueDay(), now.stepsLeft());
    }
}
