package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.acceptance.harness.Answers;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;
import se.metodporten.acceptance.harness.Webapp;

/** Somebody with an account who wants more than is theirs: what is the neighbour's never comes. */
class HostileUserIT {

    private static final int FIRST_REFUSAL = 400;
    private static final Pattern API_PATH = Pattern.compile("\"(/[a-z][^\"{}]*(?:\\{\\w+}[^\"{}]*)*)\":\\{\"get\"");

    /** What a page may be told that is nobody's id; anything else may be one. */
    private static final Set<String> NO_IDS = Set.of(
            "answer",
            "asOf",
            "beside",
            "code",
            "course",
            "day",
            "district",
            "due",
            "kind",
            "known",
            "level",
            "lostBy",
            "mine",
            "next",
            "of",
            "organisation",
            "outcome",
            "page",
            "planned",
            "progress",
            "q",
            "role",
            "score",
            "sent",
            "show",
            "sort",
            "standing",
            "state",
            "text",
            "through",
            "token",
            "when");

    /** Somebody of another district, whose name nobody else has. */
    private record Neighbour(String name, String email, String person, String unit, String appointment) {}

    private static Neighbour neighbour = new Neighbour("", "", "", "", "");

    @BeforeAll
    static void choose_a_neighbour() {
        try (Visitor coordinator = Visitor.atDesk().signedInAs("Samverkansledare, Norra")) {
            coordinator.opens("/certification/appointments.xhtml?role=method-supervisor&standing=CERTIFIED");
            Locator rows = coordinator.main().locator("tbody tr");
            List<String[]> offered = new ArrayList<>();
            for (Locator row : rows.all()) {
                offered.add(new String[] {
                    row.locator("th a").innerText(),
                    id(row.locator("th a")),
                    id(row.locator("a[href*='/appointment/']"))
                });
            }
            for (String[] one : offered) {
                coordinator.opens("/person/person.xhtml?id=" + one[1]);
                String unit = id(coordinator.main().locator("a[href*='/organisation/unit.xhtml']"));
                neighbour = new Neighbour(one[0], coordinator.fact("E-post"), one[1], unit, one[2]);
                if (nobodyElseIsCalled(one[0])) {
                    return;
                }
            }
        }
        throw new AssertionError("Everybody has a namesake");
    }

    private static boolean nobodyElseIsCalled(String name) {
        try (Visitor leader = Visitor.atDesk().signedInAs("Processledare")) {
            leader.opens("/person/people.xhtml?q=" + encoded(name));
            return leader.main().locator("tbody tr").count() == 1;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sjuksköterska",
                "Metodhandledare",
                "Instruktör",
                "Chef",
                "Samverkansledare, Södra",
                "MAS",
                "Kursadministratör"
            })
    void a_neighbours_people_never_come_by_page_address_or_api(String who) {
        try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
            SoftAssertions leaks = new SoftAssertions();
            for (String path : askedFor()) {
                leaks.check(() -> {
                    String body = Answers.isClear(who + " " + path, visitor.asks(path, Map.of()));
                    assertThat(body).as("%s %s", who, path).doesNotContain(neighbour.email());
                    if (!path.contains(encoded(neighbour.name()))) {
                        assertThat(body).as("%s %s", who, path).doesNotContain(neighbour.name());
                    } else {
                        assertThat(body)
                                .as("%s %s", who, path)
                                .doesNotContain("person.xhtml?id=" + neighbour.person() + "\"");
                    }
                });
            }
            leaks.assertAll();
        }
    }

    /** Each page with the neighbour's ids in each of its parameters, lists sought and sorted, and the API. */
    private static List<String> askedFor() {
        List<String> paths = new ArrayList<>();
        Webapp.pages().forEach((page, parameters) -> {
            for (String id : List.of(neighbour.person(), neighbour.unit(), neighbour.appointment())) {
                for (String parameter : parameters) {
                    if (!NO_IDS.contains(parameter)) {
                        paths.add(page + "?" + parameter + "=" + id);
                    }
                }
            }
            if (parameters.contains("q") && !parameters.contains("id")) {
                paths.add(page + "?q=" + encoded(neighbour.name()));
                paths.add(page + "?sort=-name&page=1&district=1&organisation=1&unit=" + neighbour.unit());
            }
            if (parameters.contains("asOf")) {
                paths.add(page + "?asOf=2026-01-01&known=2026-01-01&state=covered&district=1");
                paths.add(page + "?level=organisation&sort=-name&district=2");
            }
        });
        paths.addAll(apiPaths());
        return paths;
    }

    private static List<String> apiPaths() {
        List<String> paths = new ArrayList<>();
        try (Visitor anybody = Visitor.atDesk()) {
            String description = anybody.asks("/api/v1/openapi", Map.of()).text();
            for (Matcher path = API_PATH.matcher(description); path.find(); ) {
                String list = "/api/v1" + path.group(1).replace("/api/v1", "");
                if (list.contains("{")) {
                    for (String id : List.of(neighbour.person(), neighbour.unit(), neighbour.appointment())) {
                        paths.add(list.replaceAll("\\{\\w+}", id));
                    }
                } else {
                    paths.add(list);
                    paths.add(list + "?q=" + encoded(neighbour.name()));
                    paths.add(list + "?unit=" + neighbour.unit());
                }
            }
        }
        assertThat(paths).as("paths of the API").isNotEmpty();
        return paths;
    }

    @Test
    void what_only_some_may_open_is_refused_to_others() {
        List<String> refused = List.of(
                "/administration/accounts.xhtml",
                "/administration/account.xhtml?person=" + neighbour.person(),
                "/administration/audit.xhtml",
                "/administration/mails.xhtml",
                "/administration/mail.xhtml?id=1",
                "/certification/rebuild.xhtml",
                "/certification/role-draft.xhtml?role=method-supervisor",
                "/certification/description-draft.xhtml?role=method-supervisor",
                "/certification/role-new.xhtml",
                "/coverage/role-need.xhtml?role=method-supervisor",
                "/role/terms.xhtml?role=method-supervisor",
                "/directory/import.xhtml",
                "/directory/run.xhtml?id=1",
                "/register/standings.xhtml?id=1",
                "/person/merge.xhtml?from=" + neighbour.person(),
                "/reminder/rules.xhtml",
                "/reminder/week.xhtml",
                "/appointment/appointment.xhtml?id=" + neighbour.appointment(),
                "/appointment/end.xhtml?id=" + neighbour.appointment(),
                "/appointment/units.xhtml?id=" + neighbour.appointment(),
                "/agreement/agreement.xhtml?appointment=" + neighbour.appointment(),
                "/person/person.xhtml?id=" + neighbour.person());
        for (String who : List.of("Sjuksköterska", "Metodhandledare", "Instruktör", "Chef", "MAS")) {
            try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
                SoftAssertions open = new SoftAssertions();
                for (String path : refused) {
                    APIResponse answer = visitor.asks(path, Map.of());
                    open.check(() -> Answers.isClear(who + " " + path, answer));
                    open.assertThat(answer.status()).as("%s %s", who, path).isGreaterThanOrEqualTo(FIRST_REFUSAL);
                }
                open.assertAll();
            }
        }
    }

    @Test
    void a_session_is_good_for_the_portals_own_name_and_origin_only() {
        try (Visitor nurse = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            String port = Portal.running().address().replaceAll(".*:", "");
            assertThat(nurse.asks("/desk/start.xhtml", Map.of("Host", "evil.example:" + port))
                            .status())
                    .isEqualTo(421);
            assertThat(nurse.asks("/desk/start.xhtml", Map.of("X-Forwarded-Host", "evil.example"))
                            .text())
                    .doesNotContain("evil.example");
            for (Map<String, String> from : List.of(
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.of("Origin", "http://c1.localhost:" + port),
                    Map.of("Origin", Portal.running().address(), "Sec-Fetch-Site", "cross-site"))) {
                assertThat(nurse.posts("/session/ping", from).status())
                        .as(from.toString())
                        .isEqualTo(403);
            }
            assertThat(nurse.posts(
                                    "/session/ping",
                                    Map.of("Origin", Portal.running().address()))
                            .status())
                    .isEqualTo(204);
        }
    }

    private static String id(Locator link) {
        return Portal.parameter(link.first().getAttribute("href"), "id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
