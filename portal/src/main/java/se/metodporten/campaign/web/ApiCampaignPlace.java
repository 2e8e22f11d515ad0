package se.metodporten.campaign.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.PlaceFigure;
import se.metodporten.common.web.api.Named;

/** What the API says of how far a group of places has come. */
@Schema(description = "How far one group of places has come; who belongs to several counts in each of them.")
public record ApiCampaignPlace(
        @Schema(description = "null: county-wide units together") @Nullable
        Named group,

        @Nullable ApiCampaignFigure figure) {

    static ApiCampaignPlace of(PlaceFigure place) {
        return new ApiCampaignPlace(Named.orNone(place.id(), place.name()), ApiCampaignFigure.of(place.figure()));
    }
}
