package se.metodporten.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.Task;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.Paged;

/** What the API says of one campaign. */
@Schema(description = "A campaign, and how far it has come in the reader's places.")
public record ApiCampaign(
        long id,
        String title,

        @Schema(description = "what changes, and why; in Swedish")
        String why,

        Task task,

        @Schema(description = "the course, or the kind of training")
        Coded what,

        @Schema(description = "what was done earlier does not count; null: done at any time counts") @Nullable
        LocalDate countsFrom,

        LocalDate beginsOn,
        LocalDate lastDay,
        @Schema(description = "ended before its last day") boolean closed,

        @Schema(description = "county or district whose it is")
        String owner,

        @Schema(description = "whoever works there") boolean allStaff,

        @Schema(description = "those with one of these roles")
        List<String> roles,

        @Schema(description = "only in units of these kinds; empty: of all")
        List<String> unitKinds,

        @Schema(description = "only there; empty: everywhere in owner")
        List<String> places,

        @Schema(description = "whether the reader has done it; null when it does not reach the reader") @Nullable
        Boolean doneByReader,

        @Schema(
                description =
                        "in the reader's places; for who sees no names as on the first of the month, by the rule about small numbers")
        @Nullable
        ApiCampaignFigure figure,

        @Schema(description = "by the level asked for; none for who sees no names")
        Listed<ApiCampaignPlace> progress)
        implements Paged {

    @Override
    public Listed<?> paged() {
        return progress;
    }

    static ApiCampaign of(
            Campaign campaign,
            @Nullable Boolean own,
            @Nullable ApiCampaignFigure figure,
            Listed<ApiCampaignPlace> progress,
            Locale locale) {
        return new ApiCampaign(
                campaign.id(),
                campaign.draft().title(),
                campaign.draft().why(),
                campaign.draft().task(),
                new Coded(campaign.draft().code(), campaign.taskName().in(locale)),
                campaign.draft().countsFrom(),
                campaign.beginsOn(),
                campaign.draft().lastDay(),
                campaign.closed(),
                campaign.owner(),
                campaign.draft().audience().allStaff(),
                campaign.roles().stream().map(role -> role.in(locale)).toList(),
                campaign.unitKinds().stream().map(kind -> kind.in(locale)).toList(),
                campaign.places(),
                own,
                figure,
                progress);
    }
}
