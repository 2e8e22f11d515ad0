package se.metodporten.common.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** What stands after the question mark, as anybody may type it. */
class ParametersIT extends InPortal {

    @Inject
    private SignedIn signedIn;

    private Wire reader;
    private String organisation;
    private long unit;

    @BeforeEach
    void signIn() {
        organisation = scenario.organisation("norra");
        unit = scenario.unit(organisation);
        reader = signedIn.as(scenario.official(Office.MAS, scenario.place(organisation)));
    }

    @Test
    void a_bad_parameter_is_named_with_what_it_may_be() {
        Map.of(
                        "page=0", "page",
                        "page=-1", "page",
                        "page=1000001", "page",
                        "page=99999999999999999999999", "page",
                        "page=1.5", "page",
                        "size=0", "size",
                        "size=101", "size",
                        "sort=salary", "sort",
                        "sort=--name", "sort",
                        "sort=NAME", "sort")
                .forEach((query, parameter) -> refused(query, parameter));
        Map.of(
                        "kind=x", "kind",
                        "kind=-1", "kind",
                        "kind=%D9%A3", "kind",
                        "closed=ja", "closed",
                        "closed=TRUE", "closed",
                        "page=1&page=2", "page",
                        "naem=x", "naem",
                        "Q=x", "Q")
                .forEach((query, parameter) -> refused(query, parameter));
        for (String day : List.of(
                "1899-12-31", "9001-01-01", "9999-12-31", "%2B10000-01-01", "2023-02-29", "20230101", "i%20dag")) {
            JsonObject problem = refused(unit + "?asOf=" + day, "/", "asOf");
            assertThat(problem.getString("minimum")).isEqualTo("1900-01-01");
            assertThat(problem.getString("maximum")).isEqualTo("9000-12-31");
        }
    }

    @Test
    void what_may_be_chosen_is_listed_for_programs_too() {
        assertThat(refused("sort=salary", "sort").getJsonArray("allowed").getValuesAs(JsonString::getString))
                .contains("name", "-name", "district");
        assertThat(refused("naem=x", "naem").getJsonArray("allowed").getValuesAs(JsonString::getString))
                .contains("q", "sort", "page", "size");
    }

    @Test
    void text_that_nobody_can_see_or_that_turns_around_is_refused() {
        for (String text :
                List.of("%00", "%E2%80%AEabc", "%E2%80%8Fabc", "%FF", "a%0Ab", "%E2%80%8B", "x".repeat(101))) {
            refused("q=" + text, "q");
        }
    }

    @Test
    void other_text_is_searched_for_as_it_stands() {
        for (String text : List.of(
                "%F0%9F%98%80", "%3Cscript%3E", "%27%20or%20%271%27=%271", "%22", "%25", "_", "%7C", "%zz", "%5C")) {
            assertThat(list("q=" + text).getInt("total")).as(text).isZero();
        }
        assertThat(list("q=" + text("select name from place_version where place_id = " + unit))
                        .getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void an_empty_value_is_none() {
        assertThat(list("q=&kind=&sort=&page=&size=&closed=").getInt("total")).isEqualTo(1);
        assertThat(reader.get("/api/v1/units/" + unit + "?asOf=").status()).isEqualTo(200);
    }

    @Test
    void a_list_comes_in_pages_that_lead_to_each_other() {
        scenario.unit(organisation);
        scenario.unit(organisation);

        Wire.Answer second = reader.get("/api/v1/units?size=1&page=2&sort=-name&q=enhet");

        JsonObject list = read(second);
        assertThat(list.getInt("total")).isEqualTo(3);
        assertThat(list.getInt("pages")).isEqualTo(3);
        assertThat(list.getInt("page")).isEqualTo(2);
        assertThat(list.getInt("size")).isEqualTo(1);
        assertThat(list.getJsonArray("items")).hasSize(1);
        assertThat(second.header("Link"))
                .contains("page=1>; rel=\"first\"")
                .contains("page=1>; rel=\"prev\"")
                .contains("page=3>; rel=\"next\"")
                .contains("page=3>; rel=\"last\"")
                .contains("</api/v1/units?")
                .contains("sort=-name")
                .contains("q=enhet");
        assertThat(list("page=1000000").getJsonArray("items")).isEmpty();
        assertThat(list("size=100").getJsonArray("items")).hasSize(3);
    }

    private JsonObject list(String query) {
        return read(reader.get("/api/v1/units?" + query));
    }

    private JsonObject refused(String query, String parameter) {
        return refused(query, "?", parameter);
    }

    private JsonObject refused(String query, String after, String parameter) {
        Wire.Answer answer = reader.get("/api/v1/units" + after + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
        assertThat(problem.getString("parameter")).as(query).isEqualTo(parameter);
        assertThat(problem.getString("detail")).as(query).isNotBlank().doesNotContain("??");
        return problem;
    }

    private static JsonObject read(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private String text(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
