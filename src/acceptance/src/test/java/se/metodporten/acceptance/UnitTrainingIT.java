package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Mailbox;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** An instructor trains the nurses of the own unit. */
class UnitTrainingIT {

    private static final String TITLE = "Introduktion för nya sjuksköterskor";

    private String training = "";
    private List<String> nurses = List.of();

    @Test
    void an_instructor_holds_a_training_of_two_sessions_and_marks_attendance_on_a_phone() {
        the_instructor_schedules_two_sessions_and_signs_nurses_up();
        a_nurse_signs_up_herself_and_is_told_by_mail();
        attendance_at_each_session_is_marked_on_a_phone();
        a_mark_is_put_right_afterwards();
        the_nurse_sees_her_place_and_no_list_of_the_others();
    }

    private void the_instructor_schedules_two_sessions_and_signs_nurses_up() {
        String herself;
        try (Visitor nurse = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            herself = nurse.name();
        }
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            instructor.goesTo("Utbildningstillfällen");
            instructor.follows("Planera utbildningstillfälle");
            instructor.choosesIn("ul.todo", "Välj", "två pass");
            instructor.in("Pass 1").fills("Dag", Portal.today().minusDays(1).toString());
            instructor.in("Pass 1").fills("Börjar", "13:00");
            instructor.in("Pass 1").fills("Slutar", "15:00");
            instructor.in("Pass 2").fills("Dag", Portal.today().toString());
            instructor.in("Pass 2").fills("Börjar", "08:00");
            instructor.in("Pass 2").fills("Slutar", "10:00");
            instructor.fills("Lokal", "Konferensrummet");
            instructor.fills("Egen rubrik", TITLE);
            instructor.presses("Planera tillfället");
            instructor.isTold("Tillfället är planerat.");
            instructor.isAt(TITLE);
            training = instructor.parameter("id");

            Locator offered = instructor.main().locator("form#add label");
            nurses = offered.allInnerTexts().stream()
                    .filter(label -> label.contains("Sjuksköterska"))
                    .map(label -> label.split(",")[0].strip())
                    .filter(name -> !name.equals(herself))
                    .limit(2)
                    .toList();
            nurses.forEach(instructor::ticks);
            instructor.presses("Anmäl de valda");
            instructor.isTold("2 personer är anmälda och har fått ett mejl.");
            assertThat(participants(instructor)).hasCount(2);
        }
    }

    private void a_nurse_signs_up_herself_and_is_told_by_mail() {
        try (Visitor nurse = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            nurse.goesTo("Utbildningstillfällen");
            nurse.follows(TITLE);
            nurse.presses("Anmäl mig");
            nurse.isTold("En person är anmäld");
            nurse.sees("Du har en plats.");
        }
        Mailbox.Letter told =
                Mailbox.of(Portal.running().account("Sjuksköterska").username()).awaits("Du är anmäld: " + TITLE);
        assertThat(told.text()).contains("Konferensrummet", Portal.today().toString());
        assertThat(told.link()).endsWith("/training/training.xhtml?id=" + training);
    }

    private void attendance_at_each_session_is_marked_on_a_phone() {
        try (Visitor instructor = Visitor.onPhone().signedInAs("Instruktör")) {
            instructor.sees("Markera närvaro: " + TITLE);
            for (int session = 0; session < 2; session++) {
                instructor.opens("/training/training.xhtml?id=" + training);
                instructor.link("Markera närvaro").nth(session).click();
                instructor.isAt("Markera närvaro");
                instructor.findsThePageAccessibleInEveryWidth();
                assertThat(instructor.main().getByRole(AriaRole.CHECKBOX)).hasCount(3);
                instructor.presses("Spara närvaron");
                instructor.isTold("Närvaron är sparad: 3 av 3 var med.");
            }
            assertThat(instructor.main().getByText("3 närvarande")).hasCount(2);
            instructor.opens("/desk/start.xhtml");
            instructor.doesNotSee("Markera närvaro: " + TITLE);
        }
    }

    private void a_mark_is_put_right_afterwards() {
        try (Visitor instructor = Visitor.onPhone().signedInAs("Instruktör")) {
            instructor.opens("/training/training.xhtml?id=" + training);
            instructor.link("Markera närvaro").first().click();
            instructor.main().getByLabel(nurses.get(0)).uncheck();
            instructor.presses("Spara närvaron");
            instructor.isTold("Närvaron är sparad: 2 av 3 var med.");
            assertThat(instructor.main().getByText("2 närvarande")).hasCount(1);
        }
    }

    private void the_nurse_sees_her_place_and_no_list_of_the_others() {
        try (Visitor nurse = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            nurse.opens("/training/training.xhtml?id=" + training);
            nurse.sees("Du har en plats.");
            nurse.doesNotSee(nurses.get(0));
            nurse.doesNotSee("Ställ in tillfället");
        }
    }

    private static Locator participants(Visitor visitor) {
        return visitor.main().locator("form#people tbody tr");
    }
}
