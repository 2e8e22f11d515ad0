package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.access.TrialAccounts;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** A place's page, asking its manager and deciding what it needs, as coordinator, manager and neighbours meet them. */
class PlacePagesIT extends InPortal {

    private static final String PASSWORD = "gräs lampa torsdag";
    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final Pattern ANSWERS =
            Pattern.compile("Utse någon: http://[^/]+(\\S+)\\s+- Inte nu[^:]*: http://[^/]+(\\S+)");

    @Inject
    private SignedIn signedIn;

    @Inject
    private TrialAccounts accounts;

    @Inject
    private CoveredCounty county;

    private String provider;
    private long unit;
    private long manager;
    private Wire coordinator;

    @BeforeEach
    void aVacantUnitWithItsManager() {
        provider = scenario.organisation("norra");
        unit = scenario.unit(provider);
        manager = scenario.manager(unit);
        coordinator = signedIn.as(scenario.official(Office.COORDINATOR, scenario.place("norra")));
    }

    @Test
    void the_coverage_page_names_who_lacks_somebody_and_has_the_button_that_asks_the_managers() {
        String page = coordinator.get("/coverage/coverage.xhtml").body();

        Matcher button =
                Pattern.compile("href=\"(/coverage/ask\\.xhtml[^\"]*)\"").matcher(page);
        assertThat(button.find()).as("a button on the same screen").isTrue();
        assertThat(coordinator.get(button.group(1).replace("&amp;", "&")).body())
                .contains("Skicka frågan")
                .contains("Vakant");
    }

    @Test
    void a_coordinator_ticks_places_in_the_list_and_each_manager_gets_one_mail() {
        long second = scenario.unit(provider);
        scenario.grant(manager, Office.MANAGER, second);
        String list = coordinator
                .get("/coverage/units.xhtml?state=lacking&organisation=" + scenario.place(provider))
                .body();
        assertThat(list)
                .contains("name=\"place\" value=\"" + unit + "\"")
                .contains("name=\"place\" value=\"" + second + "\"");

        String ask = "/coverage/ask.xhtml?role=" + SUPERVISOR + "&place=" + unit + "&place=" + second;
        assertThat(coordinator.get(ask).body()).contains(nameOf(unit)).contains(nameOf(second));
        Wire.Answer sent = coordinator.post(
                ask,
                Map.of(
                        "form",
                        "form",
                        "form:text",
                        "Före jul?",
                        "form:ask",
                        "x",
                        "role",
                        SUPERVISOR,
                        "places",
                        unit + "," + second));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(coordinator
                        .get("/coverage/units.xhtml?state=lacking&organisation=" + scenario.place(provider))
                        .body())
                .contains("2 frågor skickades till en chef")
                .contains("Chefen är frågad");
        assertThat(mails().await(1)).hasSize(1).allMatch(mail -> mail.body().contains("> Före jul?"));
    }

    @Test
    void the_mails_links_lead_through_signing_in_to_the_form_that_answers_it() {
        ask("");
        Matcher links = ANSWERS.matcher(mails().await(1).get(0).body());
        assertThat(links.find()).isTrue();
        String username = scenario.unique("chef") + "@example.se";
        guard.asSystem("test", () -> {
            accounts.open(Map.of(manager, username), PASSWORD);
            return true;
        });

        Wire appoints = signedInThrough(links.group(1), username);
        assertThat(appoints.get(links.group(1)).body()).contains(nameOf(unit)).contains("Utse");
        Wire declines = signedInThrough(links.group(2), username);
        String later = links.group(2);
        assertThat(declines.get(later).body())
                .contains("<details open=\"open\"")
                .contains("Varför inte nu");
        Wire.Answer answered =
                post(declines, later, "laterForm", "decline", Map.of("laterForm:text", "Vi rekryterar till i mars."));

        assertThat(answered.status()).isEqualTo(302);
        assertThat(place(declines)).contains("Vi rekryterar till i mars.").contains("Samverkansledaren har fått ett");
        assertThat(place(coordinator))
                .as("the coordinator reads it and can ask again")
                .contains("Vi rekryterar till i mars.")
                .contains("Fråga igen");
    }

    /** Follows a link without a session: the sign-in page, and from there to the very same address. */
    private Wire signedInThrough(String link, String username) {
        Wire wire = signedIn.nobody();
        String signIn = wire.get(link).header("Location").replaceFirst("http://[^/]+", "");
        Wire.Answer entered = wire.post(
                signIn,
                Map.of(
                        "form",
                        "form",
                        "form:username",
                        username,
                        "form:password",
                        PASSWORD,
                        "form:signIn",
                        "x",
                        "next",
                        link));
        assertThat(entered.status()).isEqualTo(302);
        assertThat(entered.header("Location")).endsWith(link);
        return wire;
    }

    @Test
    void both_sides_see_what_was_said_until_the_place_is_covered() {
        ask("Kan du utse någon?");
        Wire chief = signedIn.as(manager);
        assertThat(chief.get("/desk/start.xhtml").body())
                .contains("Samverkansledaren ber dig utse")
                .contains(nameOf(unit));
        post(coordinator, path(), "sayForm", "say", Map.of("sayForm:text", "Ring gärna."));

        for (Wire side : List.of(coordinator, chief)) {
            assertThat(place(side)).contains("Kan du utse någon?").contains("Ring gärna.");
        }

        county.certified(scenario.employee(unit), SUPERVISOR, unit, START, START);
        for (Wire side : List.of(coordinator, chief)) {
            assertThat(place(side))
                    .contains("Täckt")
                    .doesNotContain("Kan du utse någon?")
                    .doesNotContain("Ring gärna.");
        }
        assertThat(chief.get("/desk/start.xhtml").body()).doesNotContain("Samverkansledaren ber dig utse");
    }

    @Test
    void a_neighbour_gets_neither_the_page_nor_the_forms_and_who_reads_figures_gets_no_words_and_no_names() {
        ask("Kan du utse någon?");
        long nurse = scenario.employee(unit);
        county.appointed(nurse, SUPERVISOR, unit, START);
        long otherManager = scenario.manager(scenario.unit(provider));
        for (Wire neighbour : List.of(
                signedIn.as(scenario.official(Office.COORDINATOR, scenario.place("sodra"))),
                signedIn.as(otherManager),
                signedIn.as(scenario.person()))) {
            for (String page : List.of(
                    path(),
                    "/coverage/need.xhtml?role=" + SUPERVISOR + "&id=" + unit,
                    "/coverage/ask.xhtml?role=" + SUPERVISOR + "&place=" + unit)) {
                Wire.Answer answer = neighbour.get(page);
                assertThat(answer.status()).as(page).isEqualTo(403);
                assertThat(answer.body()).as(page).doesNotContain("Kan du utse någon?");
            }
        }

        Wire mas = signedIn.as(scenario.official(Office.MAS, scenario.place(provider)));
        assertThat(place(mas))
                .contains(nameOf(unit))
                .doesNotContain("Kan du utse någon?")
                .doesNotContain("askForm")
                .doesNotContain("Ändra behovet")
                .doesNotContain(text("select family_name from person where id = " + nurse));
        assertThat(mas.get("/coverage/need.xhtml?role=" + SUPERVISOR + "&id=" + unit)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_exception_to_the_need_takes_a_reason_is_shown_with_it_and_coverage_follows() {
        String form = "/coverage/need.xhtml?role=" + SUPERVISOR + "&id=" + unit;
        Map<String, String> decision = new HashMap<>(Map.of(
                "form:seen",
                "0",
                "form:number",
                "0",
                "form:from",
                scenario.today().toString(),
                "form:through",
                ""));
        Wire.Answer refused = post(coordinator, form, "form", "decide", decision);
        assertThat(refused.status()).as("no reason").isEqualTo(200);
        assertThat(refused.body()).contains("aria-invalid=\"true\"");
        assertThat(place(coordinator)).contains("Vakant");

        decision.put("form:reason", "Enheten stänger <i>i vår</i>.");
        assertThat(post(coordinator, form, "form", "decide", decision).status()).isEqualTo(302);

        assertThat(place(coordinator))
                .contains("Behövs inte här det datumet.")
                .contains("Enheten stänger &lt;i&gt;i vår&lt;/i&gt;.")
                .doesNotContain("Be chefen utse någon");
        assertThat(coordinator.get("/coverage/units.xhtml?unit=" + unit).body()).contains("Visar 0 enheter");
    }

    private void ask(String words) {
        assertThat(post(coordinator, path(), "askForm", "ask", Map.of("askForm:text", words))
                        .status())
                .isEqualTo(302);
    }

    private Wire.Answer post(Wire wire, String page, String form, String button, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields);
        values.putAll(Map.of(form, form, form + ":" + button, "x", "id", Long.toString(unit), "role", SUPERVISOR));
        return wire.post(page, values);
    }

    private String place(Wire reader) {
        return reader.get(path()).body();
    }

    private String path() {
        return "/coverage/place.xhtml?id=" + unit + "&role=" + SUPERVISOR;
    }

    private Mailbox mails() {
        return Mailbox.of(text("select email from person where id = " + manager));
    }

    private String nameOf(long place) {
        return text("select name from place_version where place_id = " + place);
    }

    private String text(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
