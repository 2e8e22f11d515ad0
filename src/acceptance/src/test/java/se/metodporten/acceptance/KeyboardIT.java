package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Keyboard;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** The deeds that matter, without a mouse. */
class KeyboardIT {

    @Test
    void a_manager_appoints() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            Keyboard keys = new Keyboard(manager);
            keys.opens("Uppdrag i enheterna");
            keys.skipsToTheContent();
            keys.follows(manager.link("Utse någon").first());
            manager.isAt("Utse någon till ett uppdrag");
            keys.skipsToTheContent();
            keys.follows(manager.link("Välj").last());
            manager.sees("Vilken roll gäller det?");
            keys.skipsToTheContent();
            keys.follows(manager.link("Välj Metodhandledare"));
            manager.isAt("Utse metodhandledare");
            keys.skipsToTheContent();
            keys.chooses(manager.main().locator("[name='form:person']").last());
            keys.typesDay("Första dag", Portal.today());
            keys.chooses(manager.main().getByLabel("Chefen intygar"));
            keys.pushes("Utse");
            manager.isTold("Uppdraget är registrerat.");
        }
    }

    @Test
    void a_method_supervisor_goes_into_a_course_and_out_again() {
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            Keyboard keys = new Keyboard(supervisor);
            keys.opens("Kurser");
            keys.skipsToTheContent();
            keys.follows(supervisor.link("ViSam – grunderna").first());
            supervisor.isAt("ViSam – grunderna");
            keys.skipsToTheContent();
            keys.follows(supervisor.main().locator("a[href*='/elearning/launch']"));
            CoursePlayer course = new CoursePlayer(supervisor.page(), CourseBook.of("visam-grunderna"));
            String screen = course.place().innerText();
            keys.follows(course.next());
            assertThat(course.place()).not().hasText(screen);
            course.ticksByKeyboard(keys);
            course.seesItSaved();
            keys.follows(supervisor.page().locator("#back"));
            supervisor.isAt("ViSam – grunderna");
            supervisor.sees("Fortsätt kursen");
        }
    }

    @Test
    void an_instructor_marks_attendance() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            instructor.opens("/training/schedule.xhtml?kind=unit-refresher");
            instructor.fills("Dag", Portal.today().toString());
            instructor.fills("Börjar", "08:00");
            instructor.fills("Slutar", "10:00");
            instructor.fills("Lokal", "Konferensrummet");
            instructor.presses("Planera tillfället");
            Locator offered = instructor.main().locator("form#add input[type=checkbox]");
            offered.nth(0).check();
            offered.nth(1).check();
            instructor.presses("Anmäl de valda");
            instructor.isTold("2 personer är anmälda");

            Keyboard keys = new Keyboard(instructor);
            keys.follows(instructor.link("Markera närvaro"));
            instructor.isAt("Markera närvaro");
            keys.skipsToTheContent();
            keys.leaves(instructor.main().locator("[name='form:present']").first());
            keys.pushes("Spara närvaron");
            instructor.isTold("Närvaron är sparad: 1 av 2 var med.");
        }
    }

    @Test
    void somebody_signs() {
        Portal.Account account = Portal.running().account("Metodhandledare");
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            Keyboard keys = new Keyboard(supervisor);
            keys.opens("Mina uppdrag");
            keys.skipsToTheContent();
            keys.follows(supervisor.link("Läs och skriv under"));
            supervisor.isAt("Uppdragsöverenskommelse");
            keys.skipsToTheContent();
            keys.types("Ditt lösenord", account.password());
            keys.presses("Enter");
            supervisor.isTold("Du har skrivit under.");
        }
    }
}
