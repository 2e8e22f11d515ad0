package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Mailbox;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Visitor;

/**
 * A unit without a method supervisor gets one: appointed, trained, signed by both, certified and covered. Each step by
 * its own user, through pages and mails only.
 */
class SupervisorThreadIT {

    private static final String PASSWORD = "tre gula ekorrar springer";
    private static final String COURSE = "visam-grunderna";
    private static final String VACANT = "/coverage/units.xhtml?role=method-supervisor&state=vacant";
    private static final String COVERED = "/coverage/units.xhtml?role=method-supervisor&state=covered";

    private final String today = Portal.today().toString();

    private String unit = "";
    private Account manager = new Account("", "", "");
    private Account supervisor = new Account("", "", "");
    private String appointment = "";
    private String agreement = "";
    private String text = "";

    @Test
    void a_vacant_unit_gets_a_certified_method_supervisor() {
        the_coordinator_finds_a_vacant_unit_and_its_manager();
        the_manager_appoints_someone_in_the_unit_and_attests();
        the_appointed_person_follows_the_mail_and_sees_what_is_left();
        the_course_is_closed_in_the_middle_taken_up_again_and_passed();
        the_course_in_parts_is_walked_from_part_to_part_and_passed();
        the_training_administrator_holds_an_introduction_meeting();
        the_supervisor_signs_the_exact_text();
        the_manager_signs_the_same_text_and_the_appointment_is_certified();
        both_print_it_and_the_timeline_tells_the_story();
        the_coordinator_sees_the_unit_covered();
    }

    private void the_coordinator_finds_a_vacant_unit_and_its_manager() {
        String name;
        try (Visitor coordinator = Visitor.atDesk().signedInAs("Samverkansledare, Södra")) {
            coordinator.opens(VACANT);
            unit = coordinator.main().locator("tbody th").first().innerText();
            coordinator.goesTo("Mina enheter");
            coordinator.seeks("Namn eller HSA-id", unit);
            coordinator.follows(unit);
            coordinator.isAt(unit);
            name = coordinator.fact("Chef");
        }
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            administrator.opens("/administration/accounts.xhtml");
            administrator.seeks("Namn eller e-post", name);
            administrator.follows(name);
            administrator.isAt(name);
            manager = new Account(name, administrator.fact("E-post"), PASSWORD);
            administrator.presses("Skicka inbjudan");
            administrator.isTold("Inbjudan är skickad.");
        }
    }

    private void the_manager_appoints_someone_in_the_unit_and_attests() {
        try (Visitor visitor = Visitor.atDesk().invitedBy(invitationTo(manager), PASSWORD)) {
            visitor.goesTo("Mina enheter");
            visitor.follows(unit);
            addsSomeoneNew(visitor);

            visitor.goesTo("Uppdrag i enheterna");
            visitor.follows("Utse någon");
            visitor.choosesIn("ul.todo", "Välj", unit);
            visitor.choosesIn("ul.todo", "Välj", "Metodhandledare");
            visitor.isAt("Utse metodhandledare");
            visitor.sees("Uppdraget gäller i " + unit);
            visitor.ticks(supervisor.who());
            visitor.fills("Första dag", today);
            visitor.ticks("Chefen intygar");
            visitor.presses("Utse");
            visitor.isTold("Uppdraget är registrerat.");
            visitor.isAt("Metodhandledare – " + supervisor.who());
            visitor.sees("Utsedd, 4 steg kvar");
            appointment = visitor.parameter("id");
        }
    }

    /** Nobody of the demo county, who may have taken the course already. */
    private void addsSomeoneNew(Visitor visitor) {
        supervisor = new Account("Signe Tråden", "signe.traden@example.org", PASSWORD);
        visitor.follows("Lägg till en person");
        visitor.fills("Förnamn", "Signe");
        visitor.fills("Efternamn", "Tråden");
        visitor.fills("E-post", supervisor.username());
        visitor.fills("Titel", "Sjuksköterska");
        visitor.presses("Lägg till");
        visitor.isTold("Signe Tråden är tillagd.");
    }

    private void the_appointed_person_follows_the_mail_and_sees_what_is_left() {
        Mailbox.Letter appointed = Mailbox.of(supervisor.username()).awaits("Du är utsedd till metodhandledare");
        assertThat(appointed.text()).contains(manager.who(), unit, today);
        try (Visitor visitor = Visitor.atDesk().invitedBy(invitationTo(supervisor), PASSWORD)) {
            visitor.sees("4 steg kvar för att bli certifierad som Metodhandledare, " + unit);
            visitor.opens(appointed.link());
            visitor.isAt("Metodhandledare – " + supervisor.who());
            assertThat(visitor.parameter("id")).isEqualTo(appointment);
            assertThat(visitor.main().locator("li.left")).hasCount(4);
            assertThat(visitor.main().locator("li.done")).containsText("Chefen intygar");
        }
    }

    private void the_course_is_closed_in_the_middle_taken_up_again_and_passed() {
        CourseBook book = CourseBook.of(COURSE);
        String screen;
        try (Visitor visitor = Visitor.atDesk().signedIn(supervisor)) {
            visitor.goesTo("Mina uppdrag");
            visitor.follows("Gå kursen");
            visitor.isAt("ViSam – grunderna");
            visitor.follows("Börja kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), book);
            course.nextScreen();
            course.answersAll();
            course.nextScreen();
            course.answersAll();
            screen = course.heading().innerText();
            course.seesItSaved();
        }
        try (Visitor visitor = Visitor.atDesk().signedIn(supervisor)) {
            visitor.goesTo("Kurser");
            visitor.follows("Fortsätt kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), book);
            assertThat(course.heading()).hasText(screen);
            course.seesTheAnswersGiven();
            course.goesToTheEnd();
            assertThat(course.heading()).hasText("Godkänt – bra jobbat!");
            course.seesItSaved();
            course.goesBack();
            visitor.sees("Du genomförde kursen " + today);
            visitor.goesTo("Mina uppdrag");
            assertThat(visitor.main().locator("li.left")).hasCount(3);
        }
    }

    private void the_course_in_parts_is_walked_from_part_to_part_and_passed() {
        try (Visitor visitor = Visitor.atDesk().signedIn(supervisor)) {
            visitor.goesTo("Mina uppdrag");
            visitor.follows("Gå kursen");
            visitor.isAt("IT-stödet för samordnad planering");
            visitor.follows("Börja kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), CourseBook.of("it-stod"));
            course.readsToTheTest();
            course.takesTheTest();
            assertThat(course.heading()).hasText("Godkänt – bra jobbat!");
            course.seesItSaved();
            course.goesBack();
            visitor.sees("Du genomförde kursen " + today);
            visitor.goesTo("Mina uppdrag");
            assertThat(visitor.main().locator("li.left")).hasCount(2);
        }
    }

    private void the_training_administrator_holds_an_introduction_meeting() {
        String training;
        try (Visitor visitor = Visitor.atDesk().signedInAs("Kursadministratör")) {
            visitor.goesTo("Utbildningstillfällen");
            visitor.follows("Planera utbildningstillfälle");
            visitor.choosesIn("ul.todo", "Välj", "Introduktionsmöte för metodhandledare");
            visitor.fills("Dag", today);
            visitor.fills("Börjar", "13:00");
            visitor.fills("Slutar", "15:00");
            visitor.fills("Länk till digitalt möte", "https://mote.example.org/visam");
            visitor.presses("Planera tillfället");
            visitor.isTold("Tillfället är planerat.");
            training = visitor.parameter("id");
            visitor.fills("Sök på namn", supervisor.who());
            visitor.presses("Sök");
            visitor.ticks(supervisor.who(), unit);
            visitor.presses("Anmäl de valda");
            visitor.isTold("En person är anmäld och har fått ett mejl.");
        }
        assertThat(Mailbox.of(supervisor.username()).awaits("Du är anmäld").text())
                .contains("https://mote.example.org/visam");
        try (Visitor visitor = Visitor.onPhone().signedInAs("Kursadministratör")) {
            visitor.opens("/training/training.xhtml?id=" + training);
            visitor.follows("Markera närvaro");
            assertThat(visitor.main().getByLabel(supervisor.who())).isChecked();
            visitor.findsThePageAccessible();
            visitor.presses("Spara närvaron");
            visitor.isTold("Närvaron är sparad: 1 av 1 var med.");
        }
    }

    private void the_supervisor_signs_the_exact_text() {
        try (Visitor visitor = Visitor.atDesk().signedIn(supervisor)) {
            visitor.sees("Ett steg kvar för att bli certifierad");
            visitor.opens(Mailbox.of(supervisor.username())
                    .awaits("Skriv under ditt uppdrag")
                    .link());
            visitor.isAt("Uppdragsöverenskommelse");
            agreement = visitor.parameter("id");
            text = visitor.main().locator(".document").innerText();
            assertThat(text)
                    .contains(supervisor.who() + " tar uppdraget Metodhandledare vid " + unit)
                    .contains("Överenskommelsen gäller från " + today)
                    .contains("Som metodhandledare är du enhetens kontakt i frågor om ViSam.");
            visitor.fills("Ditt lösenord", "inte mitt lösenord");
            visitor.presses("Skriv under överenskommelsen");
            visitor.isRefused("Lösenordet stämmer inte.");
            visitor.fills("Ditt lösenord", PASSWORD);
            visitor.presses("Skriv under överenskommelsen");
            visitor.isTold("Du har skrivit under.");
            visitor.sees("Väntar på underskrift av ansvarig chef.");
        }
    }

    private void the_manager_signs_the_same_text_and_the_appointment_is_certified() {
        try (Visitor visitor = Visitor.atDesk().signedIn(manager)) {
            visitor.opens(Mailbox.of(manager.username())
                    .awaits(supervisor.who() + " har skrivit under")
                    .link());
            assertThat(visitor.main().locator(".document")).hasText(text);
            visitor.fills("Ditt lösenord", PASSWORD);
            visitor.presses("Skriv under överenskommelsen");
            visitor.isTold("Båda har skrivit under. Överenskommelsen gäller nu");
            visitor.follows("Till uppdraget");
            assertThat(visitor.standing()).hasText("Certifierad");
        }
    }

    private void both_print_it_and_the_timeline_tells_the_story() {
        for (Account party : new Account[] {supervisor, manager}) {
            try (Visitor visitor = Visitor.atDesk().signedIn(party)) {
                visitor.opens("/agreement/agreement.xhtml?id=" + agreement);
                visitor.sees("Gäller från " + today + ". Båda har skrivit under.");
                String paper = visitor.prints();
                assertThat(paper).contains(text.substring(0, 23), supervisor.who(), manager.who());
                assertThat(paper).doesNotContain("Logga ut", "Ditt lösenord");
            }
        }
        try (Visitor visitor = Visitor.atDesk().signedIn(supervisor)) {
            visitor.opens("/appointment/appointment.xhtml?id=" + appointment);
            assertThat(visitor.standing()).hasText("Certifierad");
            assertThat(visitor.main().getByRole(com.microsoft.playwright.options.AriaRole.IMG))
                    .isVisible();
            visitor.findsThePageAccessible();
        }
    }

    private void the_coordinator_sees_the_unit_covered() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Samverkansledare, Södra")) {
            visitor.opens(VACANT);
            visitor.doesNotSee(unit);
            visitor.opens(COVERED);
            visitor.sees(unit);
        }
    }

    private static Mailbox.Letter invitationTo(Account account) {
        return Mailbox.of(account.username()).awaits("Välkommen till Metodporten");
    }
}
