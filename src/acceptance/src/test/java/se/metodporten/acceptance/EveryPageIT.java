package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import se.metodporten.acceptance.harness.Mailbox;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;
import se.metodporten.acceptance.harness.Webapp;

/**
 * Each page of the portal, opened by somebody it is for: everybody can use it, at a desk in light, and in the dark at
 * 320 CSS pixels without scrolling sideways. A window of 1280 pixels at 400 % zoom is 320 CSS pixels wide, so that is
 * the same check.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {

    /** A stop that is reached by the first link to it on the page before. */
    private static final String BY_LINK = "> ";

    /** Before signing in, without an account. */
    private static final List<String> ANYBODY =
            List.of("/access/sign-in.xhtml", "/access/forgotten.xhtml", "/help/index.xhtml", "> /help/guide.xhtml");

    private static final int OK = 200;
    private static final int LAST = Integer.MAX_VALUE;

    private static final Set<String> PAGES = Webapp.pages().keySet();

    /** So far, by anybody. */
    private static final Set<String> OPENED = new HashSet<>(Set.of("/training/attendance.xhtml"));

    /**
     * By the kind of user, where each goes: an address, or the first link on the page before. What these pages lead to
     * is opened as well, if nobody has been there.
     */
    private static final Map<String, List<String>> WALKS = new LinkedHashMap<>();

    static {
        WALKS.put(
                "Sjuksköterska",
                List.of(
                        "/access/account.xhtml",
                        "/person/person.xhtml",
                        "/appointment/mine.xhtml",
                        "/elearning/catalogue.xhtml",
                        "> /elearning/course.xhtml",
                        "/training/trainings.xhtml",
                        "> /training/training.xhtml"));
        WALKS.put(
                "Metodhandledare",
                List.of("/appointment/mine.xhtml", "> /appointment/appointment.xhtml", "/elearning/unit.xhtml"));
        WALKS.put(
                "Instruktör",
                List.of(
                        "/training/trainings.xhtml?when=past",
                        "> /training/training.xhtml",
                        "/training/schedule.xhtml",
                        "> /training/schedule.xhtml?kind="));
        WALKS.put(
                "Chef",
                List.of(
                        "/organisation/units.xhtml",
                        "> /organisation/unit.xhtml",
                        "> /organisation/deputies.xhtml",
                        "/certification/appointments.xhtml?standing=CERTIFIED",
                        "> /person/person.xhtml",
                        "> /appointment/correct.xhtml",
                        "/certification/appointments.xhtml?standing=CERTIFIED",
                        "> /appointment/appointment.xhtml?id=",
                        "/appointment/appoint.xhtml",
                        "> /appointment/appoint.xhtml?unit=",
                        "> /appointment/appoint.xhtml?unit=",
                        "/desk/start.xhtml",
                        "> /agreement/agreement.xhtml",
                        "/person/people.xhtml",
                        "> /person/person.xhtml"));
        WALKS.put(
                "Samverkansledare, Södra",
                List.of(
                        "/coverage/coverage.xhtml",
                        "> /coverage/ask.xhtml",
                        "/coverage/units.xhtml?state=lacking",
                        "> /coverage/place.xhtml",
                        "> /coverage/need.xhtml",
                        "/certification/appointments.xhtml",
                        "> /certification/never-offered.xhtml"));
        WALKS.put(
                "Processledare",
                List.of(
                        "/coverage/coverage.xhtml?level=organisation",
                        "> /coverage/appointments.xhtml",
                        "/elearning/catalogue.xhtml",
                        "> /elearning/course.xhtml",
                        "> /elearning/log.xhtml",
                        "/elearning/course.xhtml?code=visam-grunderna",
                        "> /elearning/answers.xhtml",
                        "/role/roles.xhtml",
                        "> /certification/role-draft.xhtml",
                        "/role/roles.xhtml",
                        "> /certification/description-draft.xhtml",
                        "/certification/role-new.xhtml",
                        "/role/roles.xhtml",
                        "> /coverage/role-need.xhtml",
                        "/role/roles.xhtml",
                        "> /role/terms.xhtml",
                        "/reminder/rules.xhtml",
                        "/reminder/week.xhtml"));
        WALKS.put("MAS", List.of("/coverage/coverage.xhtml"));
        WALKS.put(
                "Kursadministratör",
                List.of(
                        "/training/trainings.xhtml",
                        "> /training/training.xhtml",
                        "/training/schedule.xhtml",
                        "/elearning/course.xhtml?code=visam-grunderna",
                        "> /elearning/completions.xhtml"));
        WALKS.put(
                "Systemförvaltare",
                List.of(
                        "/administration/index.xhtml",
                        "/administration/accounts.xhtml",
                        "> /administration/account.xhtml",
                        "> /person/person.xhtml",
                        "> /person/merge.xhtml",
                        "/administration/audit.xhtml",
                        "/administration/mails.xhtml",
                        "> /administration/mail.xhtml",
                        "/certification/rebuild.xhtml",
                        "/directory/import.xhtml"));
    }

    private static final Set<String> WHO = WALKS.keySet();

    private static final Portal.Account NURSE = Portal.running().account("Sjuksköterska");

    /** At what a job in the background has done so far. */
    private static final int MOST_LOOKS = 200;

    /** Somebody in a unit that nobody knows. */
    private static final FilePayload FILE =
            new FilePayload("personal.csv", "text/csv", """
            hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected
            SE2321000164-9Z9Z;Åsa;Nyström;asa.nystrom@example.org;SE2321000164-0000;Sjuksköterska;2026-01-01;;nej
            """.getBytes(StandardCharsets.UTF_8));

    @BeforeAll
    static void somebody_has_forgotten_a_password() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.opens("/access/forgotten.xhtml");
            visitor.fills("Användarnamn", NURSE.username());
            visitor.presses("Skicka länken");
            visitor.sees("Finns det ett konto med adressen");
        }
    }

    @Test
    void whoever_is_not_signed_in_can_use_what_is_open() {
        try (Visitor visitor = Visitor.atDesk()) {
            SoftAssertions faults = new SoftAssertions();
            walk(visitor, ANYBODY, faults);
            visitor.opens(Mailbox.of(NURSE.username()).awaits("lösenord").link());
            looksAround(visitor, true, faults);
            faults.assertAll();
        }
    }

    @Test
    void an_administrator_can_read_what_a_file_would_change() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            visitor.opens("/directory/import.xhtml");
            visitor.ticks("Personal");
            visitor.main().locator("input[type=file]").setInputFiles(FILE);
            visitor.presses("Läs in och granska");
            visitor.page().waitForURL("**/directory/run.xhtml?id=*");
            looksAtThis(visitor);
        }
    }

    @Test
    void an_administrator_can_compare_two_people_before_they_are_merged() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            visitor.opens("/administration/accounts.xhtml");
            follows(visitor, "/administration/account.xhtml");
            follows(visitor, "/person/person.xhtml");
            follows(visitor, "/person/merge.xhtml");
            visitor.page().navigate(visitor.page().url() + "&q=an");
            follows(visitor, "/person/merge.xhtml?from=");
            looksAtThis(visitor);
        }
    }

    @Test
    void the_process_leader_can_read_whose_standing_a_change_of_requirements_would_change() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Processledare")) {
            visitor.opens("/certification/role-draft.xhtml?role=method-supervisor");
            visitor.main()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ta bort"))
                    .last()
                    .click();
            visitor.presses("Visa vems status som ändras");
            visitor.page().waitForURL("**/certification/role-preview.xhtml?preview=*");
            for (int look = 0;
                    look < MOST_LOOKS && visitor.button("Besluta kraven").count() == 0;
                    look++) {
                visitor.page().reload();
            }
            assertThat(visitor.button("Besluta kraven").count()).isEqualTo(1);
            looksAtThis(visitor);
        }
    }

    @Test
    void a_manager_can_answer_whoever_asks_for_a_correction() {
        try (Visitor asking = Visitor.atDesk().signedInAs("Metodhandledare")) {
            asking.opens("/person/correction.xhtml");
            asking.fills("Vad är fel", "Kursen tog jag redan i mars.");
            asking.presses("Skicka");
            asking.isTold("Din begäran är skickad.");
        }
        try (Visitor visitor = Visitor.atDesk().signedInAs("Chef")) {
            follows(visitor, "/person/answer.xhtml");
            looksAtThis(visitor);
        }
    }

    @Test
    void the_process_leader_can_read_what_somebody_will_be_reminded_of() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Processledare")) {
            LocalDate day = Portal.today();
            do {
                assertThat(day)
                        .as("days without a reminder")
                        .isBefore(Portal.today().plusMonths(2));
                visitor.opens("/reminder/week.xhtml?day=" + day);
                day = day.plusDays(1);
            } while (visitor.main().locator("a[href*='/reminder/digest.xhtml']").count() == 0);
            follows(visitor, "/reminder/digest.xhtml");
            looksAtThis(visitor);
        }
    }

    @ParameterizedTest
    @FieldSource("WHO")
    void can_use_each_page_that_is_for_them(String who) {
        try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
            SoftAssertions faults = new SoftAssertions();
            looksAround(visitor, true, faults);
            for (String path : visitor.navigation()) {
                faults.check(() -> opens(visitor, path));
                faults.check(visitor::findsThePageFitsAPhone);
            }
            walk(visitor, WALKS.getOrDefault(who, List.of()), faults);
            faults.assertAll();
        }
    }

    @Test
    @Order(LAST)
    void no_page_is_forgotten() {
        assertThat(OPENED).as("pages that somebody has opened here").containsAll(PAGES);
    }

    private static void walk(Visitor visitor, List<String> stops, SoftAssertions faults) {
        for (String stop : stops) {
            if (stop.startsWith(BY_LINK)) {
                follows(visitor, stop.substring(BY_LINK.length()));
            } else {
                opens(visitor, stop);
            }
            String here = visitor.page().url();
            looksAround(visitor, stop.contains("?"), faults);
            visitor.opens(here);
        }
    }

    private static void looksAtThis(Visitor visitor) {
        OPENED.add(URI.create(visitor.page().url()).getPath());
        visitor.findsThePageAccessibleInEveryWidth();
    }

    /** The page itself, if it is another than what was seen, and what it leads to that nobody has opened yet. */
    private static void looksAround(Visitor visitor, boolean another, SoftAssertions faults) {
        if (OPENED.add(URI.create(visitor.page().url()).getPath()) || another) {
            faults.check(visitor::findsThePageAccessibleInEveryWidth);
        }
        for (String path : visitor.links()) {
            if (PAGES.contains(pageOf(path)) && !OPENED.contains(pageOf(path))) {
                assertThat(visitor.page().navigate(Portal.running().url(path)).status())
                        .as(path)
                        .isEqualTo(OK);
                looksAround(visitor, true, faults);
            }
        }
    }

    private static void opens(Visitor visitor, String path) {
        Response answer = visitor.page().navigate(Portal.running().url(path));
        assertThat(answer.status()).as(path).isEqualTo(OK);
        assertThat(URI.create(visitor.page().url()).getPath()).isEqualTo(pageOf(path));
    }

    private static void follows(Visitor visitor, String path) {
        Locator link = visitor.main().locator("a[href*='" + path + "']").first();
        assertThat(link.count())
                .as("%s leads to %s", visitor.page().url(), path)
                .isPositive();
        opens(visitor, link.getAttribute("href"));
    }

    private static String pageOf(String stop) {
        return stop.replace(BY_LINK, "").replaceFirst("[?#].*", "");
    }
}
