package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Mailbox;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Visitor;

/** A nurse becomes an instructor by the county's training of two days, and must renew it two years later. */
class InstructorThreadIT {

    private static final String PASSWORD = "blå cykel mot norr";
    private static final int MONTHS_VALID = 24;

    private final LocalDate today = Portal.today();

    private Account nurse = new Account("", "", "");
    private String unit = "";
    private String appointment = "";

    @Test
    void a_nurse_becomes_an_instructor_by_two_days_of_training() {
        the_manager_appoints_a_nurse_and_has_seen_the_licence();
        the_training_administrator_holds_two_days();
        both_sign();
        the_nurse_sees_until_when_it_holds();
    }

    private void the_manager_appoints_a_nurse_and_has_seen_the_licence() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.goesTo("Uppdrag i enheterna");
            manager.follows("Utse någon");
            manager.choosesIn("ul.todo", "Välj", "Hemsjukvården");
            unit = manager.main().locator(".lead").innerText().replaceAll("^.* i |\\.$", "");
            manager.choosesIn("ul.todo", "Välj", "Instruktör i klinisk bedömning");
            String label = manager.main().locator("#form\\:person label").allInnerTexts().stream()
                    .filter(text -> text.contains("Sjuksköterska"))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            String name = label.split(",")[0].strip();
            manager.ticks(label);
            manager.fills("Första dag", today.minusDays(2).toString());
            manager.ticks("Legitimation som sjuksköterska");
            manager.presses("Utse");
            manager.isAt("Instruktör i klinisk bedömning – " + name);
            appointment = manager.parameter("id");
            assertThat(manager.standing()).hasText("Utsedd, 2 steg kvar");
            manager.opens("/person/people.xhtml");
            manager.seeks("Namn eller e-post", name);
            String address = manager.main().locator("tbody tr td").last().innerText();
            nurse = new Account(name, address, PASSWORD);
        }
    }

    private void the_training_administrator_holds_two_days() {
        String training;
        try (Visitor administrator = Visitor.atDesk().signedInAs("Kursadministratör")) {
            administrator.opens("/training/schedule.xhtml?kind=instructor-training");
            administrator.in("Pass 1").fills("Dag", today.minusDays(1).toString());
            administrator.in("Pass 1").fills("Börjar", "09:00");
            administrator.in("Pass 1").fills("Slutar", "16:00");
            administrator.in("Pass 2").fills("Dag", today.toString());
            administrator.in("Pass 2").fills("Börjar", "09:00");
            administrator.in("Pass 2").fills("Slutar", "16:00");
            administrator.fills("Lokal", "Eklundavägen 2, Örebro");
            administrator.presses("Planera tillfället");
            administrator.isTold("Tillfället är planerat.");
            training = administrator.parameter("id");
            administrator.fills("Sök på namn", nurse.who());
            administrator.presses("Sök");
            administrator.ticks(nurse.who(), unit);
            administrator.presses("Anmäl de valda");
            administrator.isTold("En person är anmäld");
        }
        try (Visitor administrator = Visitor.onPhone().signedInAs("Kursadministratör")) {
            marks(administrator, training, 0);
            assertThat(stepsLeft()).isEqualTo("Utsedd, 2 steg kvar");
            marks(administrator, training, 1);
            assertThat(stepsLeft()).isEqualTo("Utsedd, 1 steg kvar");
        }
    }

    private static void marks(Visitor administrator, String training, int session) {
        administrator.opens("/training/training.xhtml?id=" + training);
        administrator.link("Markera närvaro").nth(session).click();
        administrator.presses("Spara närvaron");
        administrator.isTold("Närvaron är sparad: 1 av 1 var med.");
    }

    private String stepsLeft() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.opens("/appointment/appointment.xhtml?id=" + appointment);
            return manager.standing().innerText();
        }
    }

    private void both_sign() {
        String agreement;
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.opens("/desk/start.xhtml");
            manager.choosesIn("ul.todo", "Läs och skriv under", nurse.who());
            manager.fills("Ditt lösenord", Portal.running().account("Chef").password());
            manager.presses("Skriv under överenskommelsen");
            manager.sees("Väntar på underskrift av " + nurse.who());
        }
        try (Visitor visitor = Visitor.atDesk()
                .invitedBy(Mailbox.of(nurse.username()).awaits("Välkommen till Metodporten"), PASSWORD)) {
            visitor.opens(Mailbox.of(nurse.username())
                    .awaits("Din chef har skrivit under")
                    .link());
            visitor.fills("Ditt lösenord", PASSWORD);
            visitor.presses("Skriv under överenskommelsen");
            visitor.isTold("Båda har skrivit under.");
            agreement = visitor.parameter("id");
        }
        Mailbox.Letter inForce = Mailbox.of(Portal.running().account("Chef").username())
                .awaits("Uppdraget som Instruktör i klinisk bedömning är underskrivet av båda");
        assertThat(inForce.link()).endsWith("/agreement/agreement.xhtml?id=" + agreement);
    }

    private void the_nurse_sees_until_when_it_holds() {
        String due = today.plusMonths(MONTHS_VALID).toString();
        try (Visitor visitor = Visitor.atDesk().signedIn(nurse)) {
            visitor.goesTo("Mina uppdrag");
            assertThat(visitor.standing()).hasText("Certifierad t.o.m. " + due);
            visitor.follows("Instruktör i klinisk bedömning – " + unit);
            visitor.sees("Förnya senast " + due);
            visitor.sees("Deltog: Instruktörsutbildning i klinisk bedömning, pass 2");
        }
    }
}
