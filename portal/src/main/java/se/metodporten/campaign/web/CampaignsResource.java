package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.CampaignLevel;
import se.metodporten.campaign.Campaigns;
import se.metodporten.campaign.Figure;
import se.metodporten.campaign.Part;
import se.metodporten.campaign.PlaceFigure;
import se.metodporten.common.Page;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;

/** {@code /campaigns}. */
@Path("campaigns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "Who is to take a course or a training by a last day, and how far it has come.")
public class CampaignsResource {

    private static final String DISTRICT = "id of a district";
    private static final String COUNTY_WIDE = "only in units without a district";
    private static final String ORGANISATION = "id of an organisation";
    private static final String UNIT = "id of the place where people are reached";

    @Inject
    private Campaigns campaigns;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(
            summary = "The campaigns that have a place that the reader sees",
            description = "Running ones by last day, ended ones the latest first.")
    public Listed<ApiCampaignRow> campaigns(
            @Parameter(description = "those that were closed or whose last day has passed, instead of the running")
                    @QueryParam("ended")
                    @DefaultValue("false")
                    boolean ended,
            @BeanParam PagingParameters paging) {
        return Listed.of(campaigns.list(!ended, paging.paging()), row -> ApiCampaignRow.of(row, language.locale()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One campaign, with its progress by places")
    public ApiCampaign campaign(
            @Parameter(description = "the campaign's id") @PathParam("id") long id,
            @Parameter(description = "by which places progress is told") @QueryParam("level") @DefaultValue("district")
                    CampaignLevel level,
            @Parameter(description = DISTRICT) @QueryParam("district") @Nullable Long district,
            @Parameter(description = COUNTY_WIDE) @QueryParam("countyWide") @DefaultValue("false") boolean countyWide,
            @Parameter(description = ORGANISATION) @QueryParam("organisation") @Nullable Long organisation,
            @BeanParam PagingParameters paging) {
        Campaign campaign = campaigns.campaign(id);
        Part part = new Part(district, countyWide, organisation, null);
        Figure figure = campaigns.figureIfNamed(id, part);
        Page<PlaceFigure> progress = figure == null
                ? paging.paging().of(List.<PlaceFigure>of(), 0)
                : campaigns.places(id, level, part, paging.paging());
        return ApiCampaign.of(
                campaign,
                campaigns.own(id),
                figure == null ? ApiCampaignFigure.of(campaigns.withoutNames(id)) : ApiCampaignFigure.of(figure),
                Listed.of(progress, ApiCampaignPlace::of),
                language.locale());
    }

    @GET
    @Path("{id}/people")
    @Operation(
            summary = "The people behind a figure: as many as it says",
            description = "By name: only for who may see them.")
    public Listed<ApiReachedPerson> campaignPeople(
            @Parameter(description = "the campaign's id") @PathParam("id") long id,
            @Parameter(description = "those who have done it, instead of those who have not")
                    @QueryParam("done")
                    @DefaultValue("false")
                    boolean done,
            @Parameter(description = DISTRICT) @QueryParam("district") @Nullable Long district,
            @Parameter(description = COUNTY_WIDE) @QueryParam("countyWide") @DefaultValue("false") boolean countyWide,
            @Parameter(description = ORGANISATION) @QueryParam("organisation") @Nullable Long organisation,
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable Long unit,
            @BeanParam PagingParameters paging) {
        return Listed.of(
                campaigns.people(id, new Part(district, countyWide, organisation, unit), done, paging.paging()),
                ApiReachedPerson::of);
    }
}
