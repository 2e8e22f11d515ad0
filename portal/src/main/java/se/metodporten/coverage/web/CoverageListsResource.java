package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.common.web.api.SortBy;
import se.metodporten.coverage.AppointmentFilter;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.UnitFilter;
import se.metodporten.coverage.Within;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.role.web.AskedRole;

/** {@code /coverage/units} and {@code /coverage/appointments}: the lists behind the figures. */
@Path("coverage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage", description = "Which places that need a role have it, on any day as known on any day.")
public class CoverageListsResource {

    private static final String DISTRICT = "id of a district";
    private static final String COUNTY_WIDE = "only in units without a district";
    private static final String ORGANISATION = "id of an organisation";
    private static final String KIND = "id of a kind of unit";
    private static final String SORT = "the column to sort by, with a minus for falling";

    @Inject
    private Coverage coverage;

    @Inject
    private AskedRole roles;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    @GET
    @Path("units")
    @Operation(summary = "The places in need behind a figure: as many as the figure says")
    public Listed<ApiCoveredUnit> coverageUnits(
            @BeanParam CoverageParameters asked,
            @Parameter(description = "only those that stand so") @QueryParam("state") @Nullable CoverageState state,
            @Parameter(description = "only those that are not covered, whatever the reason")
                    @QueryParam("lacking")
                    @DefaultValue("false")
                    boolean lacking,
            @Parameter(description = "only those that are covered on the day but not on this later one")
                    @QueryParam("lostBy")
                    @Nullable
                    LocalDate lostBy,
            @Parameter(description = DISTRICT) @QueryParam("district") @Nullable Long district,
            @Parameter(description = COUNTY_WIDE) @QueryParam("countyWide") @DefaultValue("false") boolean countyWide,
            @Parameter(description = "county-wide units outside the reader's places, instead of those inside")
                    @QueryParam("beside")
                    @DefaultValue("false")
                    boolean beside,
            @Parameter(description = ORGANISATION) @QueryParam("organisation") @Nullable Long organisation,
            @Parameter(description = KIND) @QueryParam("kind") @Nullable Long kind,
            @Parameter(description = "only organisations of that kind, where the role is held at those")
                    @QueryParam("organisationKind")
                    @Nullable
                    OrganisationKind organisationKind,
            @Parameter(description = "id of a unit, or of an organisation in need") @QueryParam("unit") @Nullable
                    Long unit,
            @Parameter(description = "of days to come: as if everybody with a seat in a planned training attended it")
                    @QueryParam("planned")
                    @DefaultValue("false")
                    boolean planned,
            @Parameter(description = SORT) @QueryParam("sort") @DefaultValue("name") SortBy<UnitFilter.Sort> sort,
            @BeanParam PagingParameters paging) {
        UnitFilter filter = new UnitFilter(
                state,
                lacking,
                lostBy,
                new Within(district, countyWide, organisation, kind, unit),
                beside,
                organisationKind,
                sort.column(),
                sort.falling(),
                paging.paging());
        return Listed.of(
                coverage.units(asked.question(roles.required(asked.role()), planned, today()), filter),
                row -> ApiCoveredUnit.of(row, language.getTag()));
    }

    @GET
    @Path("appointments")
    @Operation(
            summary = "The appointments behind a figure: as many as the figure says",
            description = "About people: only for who may see them by name.")
    public Listed<ApiAppointmentOnDay> coverageAppointments(
            @BeanParam CoverageParameters asked,
            @Parameter(description = "only of this standing") @QueryParam("standing") @Nullable Standing standing,
            @Parameter(description = "only certified ones of which something is to be renewed by this day, inclusive")
                    @QueryParam("dueThrough")
                    @Nullable
                    LocalDate dueThrough,
            @Parameter(description = DISTRICT) @QueryParam("district") @Nullable Long district,
            @Parameter(description = COUNTY_WIDE) @QueryParam("countyWide") @DefaultValue("false") boolean countyWide,
            @Parameter(description = ORGANISATION) @QueryParam("organisation") @Nullable Long organisation,
            @Parameter(description = KIND) @QueryParam("kind") @Nullable Long kind,
            @Parameter(description = "id of the unit where it is held") @QueryParam("unit") @Nullable Long unit,
            @Parameter(description = SORT) @QueryParam("sort") @DefaultValue("name")
                    SortBy<AppointmentFilter.Sort> sort,
            @BeanParam PagingParameters paging) {
        AppointmentFilter filter = new AppointmentFilter(
                standing,
                dueThrough,
                new Within(district, countyWide, organisation, kind, unit),
                sort.column(),
                sort.falling(),
                paging.paging());
        return Listed.of(
                coverage.appointments(asked.question(roles.required(asked.role()), false, today()), filter),
                ApiAppointmentOnDay::of);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}
