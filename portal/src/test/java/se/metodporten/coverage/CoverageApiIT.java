package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.UrlState;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** The API's figures are the service's, and each of them leads to a list as long as it says. */
class CoverageApiIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final Paging LONG = new Paging(1, Paging.LONGEST);

    @Inject
    private SignedIn signedIn;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    private String organisation;
    private long unit;

    /** Covered, partly, not covered and vacant, of two kinds. */
    @BeforeEach
    void a_provider_with_units_of_every_state() {
        organisation = scenario.organisation("vastra");
        unit = scenario.unit(organisation);
        county.certified(scenario.employee(unit), SUPERVISOR, unit, START, START);
        long partly = scenario.unit(organisation, "nursing-home");
        county.need(SUPERVISOR, partly, 2, START);
        county.certified(scenario.employee(partly), SUPERVISOR, partly, START, START);
        long lacking = scenario.unit(organisation, "nursing-home");
        county.appointed(scenario.employee(lacking), SUPERVISOR, lacking, START);
        scenario.unit(organisation);
    }

    @Test
    void every_figure_is_the_services_and_its_list_is_as_long() {
        Map<String, Long> readers = Map.of(
                "coordinator", scenario.official(Office.COORDINATOR, scenario.place("vastra")),
                "MAS", scenario.official(Office.MAS, scenario.place(organisation)),
                "manager", scenario.manager(unit));
        LocalDate today = county.today();
        readers.forEach((name, person) -> {
            Wire reader = signedIn.as(person);
            for (LocalDate day : List.of(START, today.plusMonths(10))) {
                for (Level level : Level.values()) {
                    compareUnits(name, reader, person, CoverageQuestion.of(SUPERVISOR, day), level);
                    if (!name.equals("MAS")) {
                        comparePeople(name, reader, person, CoverageQuestion.of(SUPERVISOR, day), level);
                    }
                }
            }
        });
    }

    private void compareUnits(String name, Wire reader, long person, CoverageQuestion question, Level level) {
        Page<CoverageFigure> figures = as.person(person, () -> coverage.figures(question, level, LONG));
        JsonObject answer = ask(reader, "/api/v1/coverage", question, level);
        List<JsonObject> items =
                answer.getJsonObject("figures").getJsonArray("items").getValuesAs(JsonObject.class);

        assertThat(answer.getJsonObject("figures").getInt("total")).isEqualTo(figures.total());
        assertThat(items).as(name + " " + question + " " + level).hasSameSizeAs(figures.rows());
        for (int i = 0; i < items.size(); i++) {
            told(items.get(i), figures.rows().get(i));
            lists(reader, items.get(i), items.get(i).getBoolean("beside"));
        }
        told(answer.getJsonObject("total"), as.person(person, () -> coverage.total(question)));
        lists(reader, answer.getJsonObject("total"), false);
    }

    private static void told(JsonObject told, CoverageFigure figure) {
        assertThat(List.of(
                        told.getInt("inNeed"),
                        told.getInt("covered"),
                        told.getInt("partly"),
                        told.getInt("notCovered"),
                        told.getInt("vacant"),
                        told.getInt("percent")))
                .as(figure.toString())
                .isEqualTo(List.of(
                        figure.inNeed(),
                        figure.covered(),
                        figure.partly(),
                        figure.notCovered(),
                        figure.vacant(),
                        figure.percent()));
        assertThat(
                        told.isNull("group")
                                ? null
                                : told.getJsonObject("group")
                                        .getJsonNumber("id")
                                        .longValue())
                .isEqualTo(figure.groupId());
    }

    private static void lists(Wire reader, JsonObject figure, boolean beside) {
        String list = figure.getString("units");
        assertThat(list.contains("beside=true")).isEqualTo(beside);
        assertThat(total(reader, list)).as(list).isEqualTo(figure.getInt("inNeed"));
        Map.of("covered", "covered", "partly", "partly", "notCovered", "not-covered", "vacant", "vacant")
                .forEach((part, state) -> assertThat(total(reader, list + "&state=" + state))
                        .as(list + " " + state)
                        .isEqualTo(figure.getInt(part)));
    }

    private void comparePeople(String name, Wire reader, long person, CoverageQuestion question, Level level) {
        Page<AppointmentFigure> figures = as.person(person, () -> coverage.appointmentFigures(question, level, LONG));
        JsonObject answer = ask(reader, "/api/v1/coverage/standings", question, level);
        List<JsonObject> items =
                answer.getJsonObject("figures").getJsonArray("items").getValuesAs(JsonObject.class);

        assertThat(items).as(name + " " + question + " " + level).hasSameSizeAs(figures.rows());
        for (int i = 0; i < items.size(); i++) {
            standings(reader, items.get(i), figures.rows().get(i));
        }
        standings(reader, answer.getJsonObject("total"), AppointmentFigure.sum(figures.rows()));
    }

    private static void standings(Wire reader, JsonObject told, AppointmentFigure figure) {
        String list = told.getString("appointments");
        assertThat(total(reader, list)).as(list).isEqualTo(figure.total());
        for (Standing standing : List.of(Standing.CERTIFIED, Standing.REFRESHER_DUE, Standing.NOMINATED)) {
            String part = camel(standing);
            assertThat(told.getInt(part)).as(list + " " + part).isEqualTo(figure.count(standing));
            assertThat(total(reader, list + "&standing=" + UrlState.inUrl(standing)))
                    .as(list + " " + standing)
                    .isEqualTo(figure.count(standing));
        }
    }

    private static String camel(Standing standing) {
        return standing == Standing.REFRESHER_DUE
                ? "refresherDue"
                : standing.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void figures_by_unit_come_in_pages_and_the_total_is_of_all() {
        Wire reader = signedIn.as(scenario.official(Office.MAS, scenario.place(organisation)));
        String whole = "/api/v1/coverage?role=" + SUPERVISOR + "&level=unit";

        Wire.Answer second = reader.get(whole + "&size=3&page=2");

        JsonObject answer = read(second);
        JsonObject figures = answer.getJsonObject("figures");
        assertThat(figures.getJsonArray("items")).hasSize(1);
        assertThat(figures.getInt("total")).isEqualTo(4);
        assertThat(figures.getInt("pages")).isEqualTo(2);
        assertThat(answer.getJsonObject("total").getInt("inNeed")).isEqualTo(4);
        assertThat(second.header("Link")).contains("; rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(read(reader.get(whole + "&size=3&page=9"))
                        .getJsonObject("figures")
                        .getInt("total"))
                .as("beyond the last page")
                .isEqualTo(4);
    }

    @Test
    void what_is_known_at_a_moment_is_told_as_it_was_known_then() {
        Wire reader = signedIn.as(scenario.official(Office.MAS, scenario.place(organisation)));

        JsonObject before =
                read(reader.get("/api/v1/coverage?role=" + SUPERVISOR + "&asOf=" + START + "&knownAt=2020-01-02"));

        assertThat(before.getJsonObject("total").getInt("covered")).isZero();
        assertThat(before.getJsonObject("question").getString("knownAt")).startsWith("2020-01-02T");
    }

    private static JsonObject ask(Wire reader, String path, CoverageQuestion question, Level level) {
        return read(reader.get(path + "?role=" + question.role() + "&asOf=" + question.asOf() + "&level="
                + UrlState.inUrl(level) + "&size=100"));
    }

    private static int total(Wire reader, String list) {
        return read(reader.get(list)).getInt("total");
    }

    private static JsonObject read(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
