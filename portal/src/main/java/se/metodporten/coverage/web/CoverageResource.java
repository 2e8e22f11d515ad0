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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.coverage.AppointmentFigure;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.coverage.DueWithin;
import se.metodporten.coverage.Level;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitKind;
import se.metodporten.role.Role;
import se.metodporten.role.web.AskedRole;

/** {@code /coverage}: figures; the lists behind them are {@link CoverageListsResource}'s. */
@Path("coverage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage", description = "Which places that need a role have it, on any day as known on any day.")
public class CoverageResource {

    private static final int MONTHS_AHEAD = 12;
    private static final String LEVEL = "what the figures are grouped by";

    @Inject
    private Coverage coverage;

    @Inject
    private Places places;

    @Inject
    private AskedRole roles;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    @GET
    @Operation(
            summary = "How many places are covered, partly, not covered or vacant",
            description =
                    "Each figure leads to the list behind it, which is as long as the figure says. The groups come"
                            + " in pages, the total is of all of them.")
    public ApiCoverage coverage(
            @BeanParam CoverageParameters asked,
            @Parameter(description = LEVEL) @QueryParam("level") @DefaultValue("district") Level level,
            @Parameter(description = "of days to come: as if everybody with a seat in a planned training attended it")
                    @QueryParam("planned")
                    @DefaultValue("false")
                    boolean planned,
            @BeanParam PagingParameters paging) {
        Role role = roles.required(asked.role());
        CoverageQuestion question = asked.question(role, planned, today());
        Page<CoverageFigure> figures = coverage.figures(question, level, paging.paging());
        ApiQuestion told = told(role, asked, planned);
        ListLinks links = new ListLinks(told);
        Map<Long, String> kinds = level == Level.KIND ? kinds() : Map.of();
        return new ApiCoverage(
                told,
                level,
                ApiFigure.of(coverage.total(question), null, links.units()),
                Listed.of(
                        figures,
                        figure -> ApiFigure.of(
                                figure, name(kinds, figure.groupId(), figure.name()), links.units(level, figure))));
    }

    @GET
    @Path("standings")
    @Operation(
            summary = "How many appointments have which standing",
            description = "About people: only for who may see them by name. An appointment counts in the unit where it"
                    + " is held.")
    public ApiStandings coverageStandings(
            @BeanParam CoverageParameters asked,
            @Parameter(description = LEVEL) @QueryParam("level") @DefaultValue("district") Level level,
            @BeanParam PagingParameters paging) {
        Role role = roles.required(asked.role());
        CoverageQuestion question = asked.question(role, false, today());
        Page<AppointmentFigure> figures = coverage.appointmentFigures(question, level, paging.paging());
        AppointmentFigure total = Objects.requireNonNull(coverage.appointmentTotal(question));
        ApiQuestion told = told(role, asked, false);
        ListLinks links = new ListLinks(told);
        Map<Long, String> kinds = level == Level.KIND ? kinds() : Map.of();
        return new ApiStandings(
                told,
                level,
                DueWithin.SOON.lastDay(question.asOf()),
                DueWithin.YEAR.lastDay(question.asOf()),
                ApiAppointmentFigure.of(total, null, links.appointments()),
                Listed.of(
                        figures,
                        figure -> ApiAppointmentFigure.of(
                                figure,
                                name(kinds, figure.groupId(), figure.name()),
                                links.appointments(level, figure))));
    }

    @GET
    @Path("ahead")
    @Operation(
            summary =
                    "How many places will be covered month by month, if nobody acts and if planned trainings are taken")
    public ApiAhead coverageAhead(@BeanParam CoverageParameters asked) {
        Role role = roles.required(asked.role());
        CoverageQuestion question = asked.question(role, false, today());
        List<LocalDate> days = IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(month -> question.asOf().plusMonths(month))
                .toList();
        return new ApiAhead(
                told(role, asked, false),
                coverage.ahead(question, days).stream()
                        .map(on -> new ApiAhead.ApiDay(on.day(), on.inNeed(), on.covered(), on.coveredIfPlanned()))
                        .toList());
    }

    private ApiQuestion told(Role role, CoverageParameters asked, boolean planned) {
        return new ApiQuestion(
                new Coded(role.code(), role.name().in(language.locale())),
                asked.day(today()),
                asked.knownAt(),
                planned && !asked.day(today()).isBefore(today()));
    }

    private Map<Long, String> kinds() {
        return places.kinds().stream().collect(Collectors.toMap(UnitKind::id, kind -> kind.name(language.getTag())));
    }

    private static @Nullable String name(Map<Long, String> kinds, @Nullable Long group, @Nullable String name) {
        return group == null ? name : Objects.requireNonNullElse(kinds.get(group), name);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}
