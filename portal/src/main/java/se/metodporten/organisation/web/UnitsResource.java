package se.metodporten.organisation.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.common.web.api.SortBy;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitSearch;

/** {@code /units}. */
@Path("units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Places", description = "Units, and the districts, organisations and kinds that they belong to.")
public class UnitsResource {

    @Inject
    private Places places;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    @GET
    @Operation(summary = "The units that the reader may see, as they are today")
    public Listed<ApiUnit> units(
            @Parameter(description = "part of the name or of the HSA-id") @QueryParam("q") @Nullable String text,
            @Parameter(description = "id of a kind of unit") @QueryParam("kind") @Nullable Long kind,
            @Parameter(description = "id of an organisation") @QueryParam("organisation") @Nullable Long organisation,
            @Parameter(description = "id of a district") @QueryParam("district") @Nullable Long district,
            @Parameter(description = "only units without a district, which count for the county")
                    @QueryParam("countyWide")
                    @DefaultValue("false")
                    boolean countyWide,
            @Parameter(description = "units whose last day has passed, instead of those that are open or to come")
                    @QueryParam("closed")
                    @DefaultValue("false")
                    boolean closed,
            @Parameter(description = "the column to sort by, with a minus for falling")
                    @QueryParam("sort")
                    @DefaultValue("name")
                    SortBy<UnitSearch.Sort> sort,
            @BeanParam PagingParameters paging) {
        UnitSearch search = new UnitSearch(
                Objects.requireNonNullElse(text, ""),
                kind,
                organisation,
                district,
                countyWide,
                closed,
                sort.column(),
                sort.falling());
        return Listed.of(places.units(search, paging.paging()), unit -> ApiUnit.of(unit, language.getTag()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One unit as it is on a day, with its history")
    public ApiUnitHistory unit(
            @Parameter(description = "the unit's id") @PathParam("id") long id,
            @Parameter(description = "the day, by default today; outside the unit's life the nearest day of it")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        LocalDate day = asOf == null ? CountyTime.today(clock) : asOf;
        return ApiUnitHistory.of(places.unit(id, day), places.history(id), language.getTag());
    }
}
