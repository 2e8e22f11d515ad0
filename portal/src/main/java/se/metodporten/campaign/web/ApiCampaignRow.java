package se.metodporten.campaign.web;

import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.CampaignRow;
import se.metodporten.campaign.Task;
import se.metodporten.common.web.api.Coded;

/** What the API says of a campaign in a list. */
@Schema(description = "A campaign in a list.")
public record ApiCampaignRow(
        long id,
        String title,
        Task task,

        @Schema(description = "the course, or the kind of training")
        Coded what,

        LocalDate beginsOn,
        LocalDate lastDay,
        @Schema(description = "ended before its last day") boolean closed,

        @Schema(description = "in the reader's places; null for who sees no names there") @Nullable
        ApiCampaignFigure figure) {

    static ApiCampaignRow of(CampaignRow row, Locale locale) {
        return new ApiCampaignRow(
                row.id(),
                row.title(),
                row.task(),
                new Coded(row.code(), row.taskName().in(locale)),
                row.beginsOn(),
                row.lastDay(),
                row.closed(),
                ApiCampaignFigure.of(row.figure()));
    }
}
