package se.metodporten.common.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** Whatever goes wrong below the API is told as a problem. */
class ProblemsIT extends InPortal {

    private static final String UNITS = "/api/v1/units";

    @Inject
    private SignedIn signedIn;

    private Wire reader;

    @BeforeEach
    void signIn() {
        reader = signedIn.as(scenario.official(Office.COORDINATOR, scenario.place("norra")));
    }

    @Test
    void who_is_not_signed_in_is_told_so_whatever_they_ask_and_gets_no_session() {
        for (String path : List.of(UNITS, "/api/v1/units/1", "/api/v1/nope", "/api/v1", "/api/v1/units?page=0")) {
            Wire.Answer answer = signedIn.nobody().get(path);
            problem(answer, 401);
            assertThat(answer.header("WWW-Authenticate")).as(path).startsWith("Cookie ");
            assertThat(answer.header("Set-Cookie")).as(path).isNull();
        }
    }

    @Test
    void what_does_not_exist_is_not_found() {
        for (String path : List.of(
                "/api/v1/nope",
                "/api/v1",
                "/api/v1/",
                "/api/v2/units",
                "/api/v1/units/x",
                "/api/v1/units/-1",
                "/api/v1/units/99999999999999999999",
                "/api/v1/units/999999999",
                "/api/v1/application.wadl",
                "/api/v1/units/1.xhtml")) {
            problem(reader.get(path), 404);
        }
    }

    @Test
    void an_address_that_could_be_read_in_two_ways_is_refused() {
        problem(reader.get("/api//v1/units"), 400);
        problem(reader.get("/api/v1/units;x=1"), 400);
        problem(reader.get("/api/v1/../v1/units"), 400);
        problem(reader.send("GET", UNITS, "", "Host: evil.example"), 421);
    }

    @Test
    void the_api_only_reads() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "PROPFIND")) {
            Wire.Answer answer = reader.send(method, UNITS, "", "Host: " + reader.host());
            problem(answer, 405);
            assertThat(answer.header("Allow")).as(method).isEqualTo("GET, HEAD, OPTIONS");
        }
        Wire.Answer options = reader.send("OPTIONS", UNITS, "", "Host: " + reader.host());
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).contains("GET").contains("HEAD").doesNotContain("POST");
        assertThat(options.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void head_answers_as_get_does_without_the_body() {
        Wire.Answer head = reader.send("HEAD", UNITS, "", "Host: " + reader.host());
        Wire.Answer get = reader.get(UNITS);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Link")).isEqualTo(get.header("Link"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(reader.send("HEAD", "/api/v1/units/x", "", "Host: " + reader.host())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_given_in_an_accepted_form_is_told() {
        problem(reader.send("GET", UNITS, "", "Host: " + reader.host(), "Accept: text/html"), 406);
        assertThat(reader.send("GET", UNITS, "", "Host: " + reader.host(), "Accept: text/html, */*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_failure_is_told_by_its_reference_only() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Wire.Answer answer = listening(logged, () -> reader.get("/api/v1/going-wrong/badly"));

        String reference = problem(answer, 500).getString("requestId");
        assertThat(answer.body())
                .doesNotContain("Duplicate")
                .doesNotContain("anna")
                .doesNotContain("IllegalState");
        assertThat(logged)
                .singleElement(STRING)
                .contains("\"request\":\"" + reference + "\"")
                .contains("\"path\":\"/api/v1/going-wrong/badly\"")
                .contains("IllegalStateException")
                .doesNotContain("anna");
    }

    @Test
    void a_database_that_is_not_there_is_told_with_the_time_to_come_back() {
        Wire.Answer answer = reader.get("/api/v1/going-wrong/for-a-while");

        problem(answer, 503);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.body()).doesNotContain("reset");
    }

    @Test
    void a_refusal_too_is_in_the_log_by_its_reference_but_not_what_was_asked_for() {
        for (String path : List.of("/units/999999999", "/units?q=%00anna", "/nope", "/going-wrong/refused")) {
            List<String> logged = new CopyOnWriteArrayList<>();
            Wire.Answer answer = listening(logged, () -> reader.get("/api/v1" + path));

            assertThat(logged)
                    .as(path)
                    .singleElement(STRING)
                    .contains("\"request\":\"" + answer.header("X-Request-Id") + "\"")
                    .contains("\"path\":\"/api/v1" + path.split("\\?", 2)[0] + "\"")
                    .contains("\"status\":" + answer.status())
                    .doesNotContain("anna");
        }
        List<String> logged = new CopyOnWriteArrayList<>();
        listening(logged, () -> reader.get(UNITS));
        assertThat(logged).isEmpty();
    }

    private static Wire.Answer listening(List<String> logged, Supplier<Wire.Answer> asked) {
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("se.metodporten.common.web");
        log.addHandler(listening);
        try {
            return asked.get();
        } finally {
            log.removeHandler(listening);
        }
    }

    @Test
    void a_refusal_is_told_in_the_words_of_its_page() {
        JsonObject problem = problem(reader.get("/api/v1/going-wrong/refused"), 422);

        assertThat(problem.getString("parameter")).isEqualTo("lastDay");
        assertThat(problem.getString("detail")).contains("12").doesNotContain("??");
    }

    @Test
    void the_language_is_the_one_accepted_else_the_sessions() {
        assertThat(title("Accept: */*")).isEqualTo("Finns inte");
        assertThat(title("Accept-Language: en-GB, sv;q=0.8")).isEqualTo("Not found");
        assertThat(title("Accept-Language: de, sv-SE;q=0.8")).isEqualTo("Finns inte");
        assertThat(title("Accept-Language: de")).isEqualTo("Finns inte");
        assertThat(title("Accept-Language: %%%;q=x")).isEqualTo("Finns inte");

        reader.get("/language?to=en&back=/");

        assertThat(title("Accept: */*")).isEqualTo("Not found");
        assertThat(title("Accept-Language: sv")).isEqualTo("Finns inte");
        Wire.Answer english = reader.get("/api/v1/nope");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @Test
    void no_answer_is_kept_and_none_is_more_than_it_says() {
        for (String path : List.of(UNITS, "/api/v1/nope", "/api/v1/units?page=0", "/api/v2", "/api/v1/going-wrong/x")) {
            Wire.Answer answer = reader.get(path);
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("X-Request-Id")).as(path).isNotBlank();
        }
    }

    private String title(String header) {
        return problem(reader.send("GET", "/api/v1/nope", "", "Host: " + reader.host(), header), 404)
                .getString("title");
    }

    private static JsonObject problem(Wire.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotBlank().doesNotContain("??");
        assertThat(problem.getString("detail")).isNotBlank().doesNotContain("??");
        assertThat(problem.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        return problem;
    }
}
