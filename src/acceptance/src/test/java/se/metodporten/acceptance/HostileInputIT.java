package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** What nobody would type who means well: the portal answers clearly and shows it as the text that it is. */
class HostileInputIT {

    private static final String MARKUP = "<b id=hostile>fet</b><script>window.hostile=1</script>\"'&amp;${7*7}#{7*7}";
    private static final String HUGE = "å".repeat(20_000);

    @Test
    void markup_in_a_name_or_a_title_is_shown_as_the_text_that_it_is() {
        String given = "<b id=hostile>Åsa</b>";
        String family = "O'Bråk\"><script>window.hostile=1</script>";
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            addsPerson(manager, given, family, "<i id=hostile>SSK</i>");
            manager.isTold(given);
            showsText(manager, given);
            manager.opens("/person/people.xhtml?q=" + encoded("Bråk"));
            showsText(manager, given);
            manager.main().locator("tbody a").first().click();
            manager.isAt(given + " " + family);
            showsText(manager, "<i id=hostile>SSK</i>");
            appoints(manager, given);
            showsText(manager, given);
            manager.opens("/certification/appointments.xhtml?q=" + encoded("Bråk"));
            showsText(manager, given);
        }
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            plans(instructor, MARKUP, "Rum <u id=hostile>1</u>", "");
            instructor.isAt(MARKUP);
            showsText(instructor, "Rum <u id=hostile>1</u>");
            instructor.opens("/training/trainings.xhtml?mine=true");
            showsText(instructor, MARKUP);
        }
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            administrator.opens("/directory/import.xhtml");
            administrator.ticks("Personal");
            administrator
                    .main()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "<b id=hostile>.csv",
                            "text/csv",
                            "hsaId;<b id=hostile>\n".getBytes(StandardCharsets.UTF_8)));
            administrator.presses("Läs in och granska");
            administrator.sees("<b id=hostile>");
            showsText(administrator, "<b id=hostile>");
            administrator.opens("/directory/import.xhtml");
            showsText(administrator, "");
        }
    }

    @Test
    void writing_of_all_the_world_is_kept_and_what_deceives_the_eye_is_refused() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            for (String name : List.of("محمد", "Zoë 🙂", "Ngọc", "𝒜sa", "שרה")) {
                addsPerson(manager, name, "Världsson", "Undersköterska");
                manager.isTold(name);
            }
            for (String name : List.of("\u202Ensa", "An\u200Bna", "Anna\u2066", HUGE)) {
                addsPerson(manager, name, "Luringsson", "Undersköterska");
                manager.isRefused("Texten ");
                assertThat(manager.main().getByLabel("Efternamn")).hasValue("Luringsson");
            }
        }
    }

    @Test
    void a_link_leads_to_a_meeting_and_nowhere_else() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            for (String link : List.of(
                    "javascript:alert(1)",
                    "data:text/html,<script>alert(1)</script>",
                    "http://mote.example.org/",
                    "https://mote.example.org@evil.example/",
                    "//evil.example/",
                    "https://mote.example.org/" + "a".repeat(600))) {
                plans(instructor, "", "", link);
                instructor.isRefused("Länken ska börja med https://");
            }
            for (String venue : List.of("\u202E1 muR", HUGE)) {
                plans(instructor, "", venue, "");
                instructor.isRefused("Texten ");
            }
        }
    }

    /** As text, with nothing in the page made of it. */
    private static void showsText(Visitor visitor, String text) {
        visitor.sees(text);
        assertThat(visitor.page().locator("#hostile")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(visitor.page().evaluate("window.hostile"))
                .isNull();
    }

    private static void addsPerson(Visitor manager, String given, String family, String title) {
        manager.opens("/person/add.xhtml");
        fillsBeyond(manager, "Förnamn", given);
        fillsBeyond(manager, "Efternamn", family);
        fillsBeyond(manager, "Titel", title);
        manager.presses("Lägg till");
    }

    private static void appoints(Visitor manager, String name) {
        manager.opens("/appointment/appoint.xhtml");
        manager.choosesIn(
                "ul.todo",
                "Välj",
                manager.main().locator("ul.todo li strong").first().innerText());
        manager.choosesIn("ul.todo", "Välj", "Metodhandledare");
        manager.opens(manager.page().url() + "&q=" + encoded("Bråk"));
        manager.main()
                .locator("#form\\:person label")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        manager.fills("Första dag", Portal.today().toString());
        manager.presses("Utse");
        manager.isTold("Uppdraget är registrerat.");
    }

    private static void plans(Visitor instructor, String title, String venue, String link) {
        instructor.opens("/training/schedule.xhtml?kind=unit-refresher");
        instructor.fills("Dag", Portal.today().toString());
        instructor.fills("Börjar", "14:00");
        instructor.fills("Slutar", "16:00");
        fillsBeyond(instructor, "Lokal", venue);
        fillsBeyond(instructor, "Länk till digitalt möte", link);
        fillsBeyond(instructor, "Egen rubrik", title);
        instructor.presses("Planera tillfället");
    }

    /** More than the browser would let one type. */
    private static void fillsBeyond(Visitor visitor, String label, String text) {
        Locator field = visitor.main().getByLabel(label);
        field.evaluate("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
