package se.metodporten.campaign.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.Figure;
import se.metodporten.coverage.rules.SmallNumbers;

/** What the API says of how far people have come. */
@Schema(
        description =
                "People whom a campaign reaches, each once. For who sees no names null stands for numbers that are not told.")
public record ApiCampaignFigure(
        @Nullable Integer total,

        @Schema(description = "have done what is asked") @Nullable
        Integer done,

        @Schema(description = "have not") @Nullable Integer left) {

    static @Nullable ApiCampaignFigure of(@Nullable Figure figure) {
        return figure == null ? null : new ApiCampaignFigure(figure.total(), figure.done(), figure.left());
    }

    static @Nullable ApiCampaignFigure of(@Nullable SmallNumbers numbers) {
        return numbers == null
                ? null
                : new ApiCampaignFigure(
                        numbers.sum(), numbers.parts().get(0), numbers.parts().get(1));
    }
}
