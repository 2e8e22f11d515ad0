package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Addresses;
import se.metodporten.acceptance.harness.Addresses.Address;
import se.metodporten.acceptance.harness.Answers;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Program;
import se.metodporten.acceptance.harness.Visitor;
import se.metodporten.acceptance.harness.Webapp;

/**
 * What anybody may type into an address: each parameter of each page, of each servlet and of each path of the API, found
 * in the sources and in the API's own description. The answer is a page in Swedish or a problem, never a failure, and
 * nothing of what was typed becomes a part of it.
 */
class HostileAddressIT {

    private static final int REDIRECTED = 300;
    private static final int REFUSED = 400;
    private static final int TOO_LONG = 414;
    private static final String API = "/api/v1";
    /** As they stand in the address. */
    private static final List<String> VALUES = List.of(
            "",
            "abc",
            "-1",
            "9223372036854775807",
            "99999999999999999999999",
            "1&a=b&a=c",
            encoded("<hostile x='1'><script>hostile()</script>\"hostile=\"' or 1=1 -- #{7*7}hostile${7*7}{0}%s"),
            encoded("\u202Ehostile\u200F\u2066\u200B😀𝒜ö"),
            "0000-01-01",
            "1899-12-31",
            "9999-12-31",
            "99999-01-01",
            encoded("å".repeat(1024)));

    /** What cannot be part of a path: the server itself refuses that, before anything of the portal is asked. */
    private static final List<String> NO_PATH =
            List.of("%FF%FE", encoded("a\u0000b"), encoded("\u0000\r\nX-Hostile: 1\r\n\r\n<hostile x='1'>"));

    private static final List<String> TOO_LONG_VALUES = List.of("x".repeat(9_000), "x".repeat(60_000));

    private static final List<String> PEOPLE = List.of(
            "Systemförvaltare",
            "Processledare",
            "Chef",
            "Samverkansledare, Södra",
            "Kursadministratör",
            "Instruktör",
            "Metodhandledare",
            "MAS",
            "Sjuksköterska");
    private static final int AT_ONCE = 4;

    private static final Map<String, Program> PROGRAMS = new LinkedHashMap<>();
    private static final ExecutorService ASKING = Executors.newFixedThreadPool(AT_ONCE);

    @BeforeAll
    static void sign_in() {
        for (String who : PEOPLE) {
            try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
                PROGRAMS.put(who, visitor.program());
            }
        }
    }

    @AfterAll
    static void stop() {
        ASKING.shutdownNow();
    }

    @Test
    void every_parameter_of_every_page() throws Exception {
        Map<String, List<String>> pages = Webapp.pages();
        Addresses addresses = new Addresses(PROGRAMS, pages.keySet());
        Map<String, Address> found = addresses.found();
        assertThat(found).as("pages that links lead to").hasSizeGreaterThan(pages.size() / 2);
        List<Address> questions = new ArrayList<>();
        pages.forEach((page, parameters) -> {
            Address open = found.containsKey(page) ? found.get(page) : addresses.bare(page);
            parameters.forEach(parameter -> questions.addAll(hostile(open, parameter)));
        });
        areAnsweredClearly(questions);
    }

    @Test
    void every_parameter_of_every_servlet() throws Exception {
        List<Address> questions = new ArrayList<>();
        Webapp.servlets().forEach((path, parameters) -> {
            Address open = new Address("Chef", path.replace("/*", "/hostile"));
            questions.add(open);
            parameters.forEach(parameter -> questions.addAll(hostile(open, parameter)));
        });
        assertThat(questions).anyMatch(question -> question.path().startsWith("/evidence/file?fact="));
        areAnsweredClearly(questions);
    }

    @Test
    void every_parameter_of_every_path_of_the_api() throws Exception {
        JsonObject description = JsonParser.parseString(
                        PROGRAMS.get("Chef").asks(API + "/openapi").body())
                .getAsJsonObject();
        List<Address> questions = new ArrayList<>();
        description.getAsJsonObject("paths").entrySet().forEach(path -> {
            Address open = new Address("Processledare", API + path.getKey().replaceAll("\\{\\w+}", "1"));
            JsonArray parameters =
                    path.getValue().getAsJsonObject().getAsJsonObject("get").getAsJsonArray("parameters");
            for (JsonElement each : parameters == null ? new JsonArray() : parameters) {
                JsonObject parameter = each.getAsJsonObject();
                String name = parameter.get("name").getAsString();
                if ("query".equals(parameter.get("in").getAsString())) {
                    questions.addAll(hostile(open, name));
                } else {
                    VALUES.forEach(value -> questions.add(new Address(
                            open.who(),
                            API + path.getKey().replace("{" + name + "}", value).replaceAll("\\{\\w+}", "1"))));
                }
            }
        });
        assertThat(questions).as("questions to the API").hasSizeGreaterThan(VALUES.size());
        areAnsweredClearly(questions);
    }

    @Test
    void what_is_no_path_or_no_resource_is_not_there() {
        Program chef = PROGRAMS.get("Chef");
        for (String value : NO_PATH) {
            assertThat(chef.asks(API + "/people/" + value).status()).as(value).isEqualTo(REFUSED);
            assertThat(chef.asks("/person/" + value + ".xhtml").status())
                    .as(value)
                    .isEqualTo(REFUSED);
        }
        for (Address resource : hostile(new Address("Chef", "/jakarta.faces.resource/style.css.xhtml"), "ln")) {
            Program.Answer answer = chef.asks(resource.path());
            assertThat(answer.status()).as(abridged(resource.path())).isEqualTo(404);
            assertThat(answer.body()).as(abridged(resource.path())).isEmpty();
        }
    }

    @Test
    void an_address_that_is_too_long_is_told_to_be() {
        for (String value : TOO_LONG_VALUES) {
            Program.Answer page = PROGRAMS.get("Chef").asks("/person/people.xhtml?q=" + value);
            assertThat(page.status()).isEqualTo(TOO_LONG);
            assertThat(page.body()).contains("Adressen är för lång", page.header("x-request-id"));
            Program.Answer problem = PROGRAMS.get("Chef").asks(API + "/people?q=" + value);
            assertThat(problem.status()).isEqualTo(TOO_LONG);
            assertThat(problem.header("content-type")).startsWith("application/problem+json");
        }
    }

    private static List<Address> hostile(Address open, String parameter) {
        List<Address> all = new ArrayList<>();
        VALUES.forEach(value -> all.add(new Address(open.who(), open.with(parameter, value))));
        NO_PATH.forEach(value -> all.add(new Address(open.who(), open.with(parameter, value))));
        return all;
    }

    private static void areAnsweredClearly(List<Address> questions) throws Exception {
        List<Future<Program.Answer>> answers = new ArrayList<>();
        for (Address question : questions) {
            answers.add(ASKING.submit(() -> PROGRAMS.get(question.who()).asks(question.path())));
        }
        SoftAssertions faults = new SoftAssertions();
        for (int at = 0; at < questions.size(); at++) {
            Program.Answer answer = answers.get(at).get();
            Address question = questions.get(at);
            faults.check(() -> isClear(question.who() + " " + abridged(question.path()), answer));
        }
        faults.assertAll();
    }

    private static void isClear(String asked, Program.Answer answer) {
        String body = Answers.isClear(asked, answer);
        assertThat(answer.header("x-hostile")).as("a header of %s", asked).isEmpty();
        assertThat(answer.header("location"))
                .as("where %s leads", asked)
                .matches("(" + Portal.running().address() + ")?(/.*)?");
        if (answer.isHtml() && (answer.status() < REDIRECTED || answer.status() >= REFUSED)) {
            assertThat(body)
                    .as("the page of %s", asked)
                    .contains("lang=\"sv\"")
                    .doesNotContain("<hostile", "<script>hostile", "\"hostile=", "49hostile", "hostile49", "\u0000");
        } else if (answer.status() >= REFUSED) {
            assertThat(answer.header("content-type"))
                    .as("the answer to %s", asked)
                    .startsWith("application/problem+json");
            assertThat(answer.header("content-language"))
                    .as("the answer to %s", asked)
                    .isEqualTo("sv");
        }
    }

    private static String abridged(String path) {
        return path.length() < 200 ? path : path.substring(0, 200) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
