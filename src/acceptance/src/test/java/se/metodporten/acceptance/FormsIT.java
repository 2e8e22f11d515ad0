package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Visitor;

/** What people do to forms: leave them too long, go back, press twice, open them twice, and save at the same time. */
class FormsIT {

    private final LocalDate today = Portal.today();

    @Test
    void an_ended_session_in_the_middle_of_a_long_form_loses_nothing() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            fillsTraining(instructor, "Efter fikat");
            instructor.page().context().clearCookies();
            instructor.presses("Planera tillfället");
            instructor.isAt("Logga in");
            signsInAgain(instructor, "Instruktör");
            instructor.isAt("Planera utbildningstillfälle");
            assertThat(instructor.page().locator("#session-restored")).isVisible();
            assertThat(instructor.main().getByLabel("Dag")).hasValue(today.toString());
            assertThat(instructor.main().getByLabel("Egen rubrik")).hasValue("Efter fikat");
            instructor.presses("Planera tillfället");
            instructor.isTold("Tillfället är planerat.");
            instructor.isAt("Efter fikat");
        }
    }

    @Test
    void a_session_says_when_it_is_about_to_end_and_when_it_has_ended() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            Page page = instructor.page();
            page.clock().install();
            fillsTraining(instructor, "Efter lunchen");
            page.clock().fastForward("41:00");
            assertThat(dialog(page, "Är du kvar?")).isVisible();
            instructor.findsThePageAccessible();
            dialog(page, "Är du kvar?").getByText("Fortsätt arbeta").press("Enter");
            assertThat(dialog(page, "Är du kvar?")).isHidden();

            page.context().clearCookies();
            page.clock().fastForward("46:00");
            assertThat(dialog(page, "Du har loggats ut")).isVisible();
            page.getByText("Logga in igen").last().press("Enter");
            instructor.isAt("Logga in");
            signsInAgain(instructor, "Instruktör");
            instructor.isAt("Planera utbildningstillfälle");
            assertThat(instructor.main().getByLabel("Egen rubrik")).hasValue("Efter lunchen");
        }
    }

    @Test
    void whoever_else_signs_in_afterwards_does_not_get_what_was_typed() {
        try (Visitor visitor = Visitor.atDesk().signedInAs("Instruktör")) {
            fillsTraining(visitor, "Inte för andra");
            visitor.page().context().clearCookies();
            visitor.presses("Planera tillfället");
            visitor.isAt("Logga in");
            signsInAgain(visitor, "Kursadministratör");
            assertThat(visitor.page().locator("#session-restored")).isHidden();
            assertThat(visitor.page().content()).doesNotContain("Inte för andra");
        }
    }

    @Test
    void back_after_saving_does_not_save_again() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            fillsTraining(instructor, "Bara en gång");
            instructor.presses("Planera tillfället");
            instructor.isAt("Bara en gång");
            instructor.page().goBack();
            instructor.isAt("Planera utbildningstillfälle");
            instructor.presses("Planera tillfället");
            assertThat(instructor.main().locator("> .note").first()).isVisible();
            assertThat(trainings(instructor, "Bara en gång")).hasCount(1);
        }
    }

    @Test
    void whoever_goes_back_and_changes_something_saves_that() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            fillsTraining(instructor, "Första gruppen");
            instructor.presses("Planera tillfället");
            instructor.isAt("Första gruppen");
            instructor.page().goBack();
            instructor.isAt("Planera utbildningstillfälle");
            fills(instructor, "Andra gruppen");
            instructor.presses("Planera tillfället");
            instructor.isAt("Andra gruppen");
            instructor.isTold("Tillfället är planerat.");
        }
    }

    @Test
    void pressing_twice_does_it_once() {
        try (Visitor instructor = Visitor.atDesk().signedInAs("Instruktör")) {
            fillsTraining(instructor, "Dubbelt så fort");
            instructor.button("Planera tillfället").dblclick();
            instructor.isAt("Dubbelt så fort");
            instructor.isTold("Tillfället är planerat.");
            String training = instructor.page().url();
            instructor.button("Anmäl mig").dblclick();
            instructor.sees("Du har en plats.");
            instructor.isTold("En person är anmäld");
            assertThat(instructor.main().locator("form#people tbody tr")).hasCount(1);
            instructor.opens(training);
            instructor.button("Avboka min plats").dblclick();
            instructor.isTold("Din anmälan är avbokad.");
            assertThat(instructor.main().locator("form#people tbody tr")).hasCount(0);
            assertThat(trainings(instructor, "Dubbelt så fort")).hasCount(1);
        }
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            addsPerson(manager, "Dubbla", "Klickström");
            manager.button("Lägg till").dblclick();
            manager.isTold("Dubbla Klickström är tillagd.");
            manager.opens("/person/people.xhtml?q=Klickström");
            assertThat(manager.main().locator("tbody tr")).hasCount(1);
        }
    }

    @Test
    void pressing_twice_does_it_once_without_script_too() {
        try (Visitor instructor = Visitor.withoutScript().signedInAs("Instruktör")) {
            fillsTraining(instructor, "Utan skript");
            instructor.button("Planera tillfället").dblclick();
            instructor.isAt("Utan skript");
            assertThat(trainings(instructor, "Utan skript")).hasCount(1);
        }
    }

    @Test
    void the_same_form_in_two_tabs_is_two_forms() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            Visitor other = manager.inAnotherTab();
            addsPerson(manager, "Flik", "Ettström");
            addsPerson(other, "Flik", "Tvåström");
            other.presses("Lägg till");
            other.isTold("Flik Tvåström är tillagd.");
            manager.presses("Lägg till");
            manager.isTold("Flik Ettström är tillagd.");
        }
    }

    @Test
    void of_two_who_change_the_same_appointment_the_second_is_told_keeps_what_was_typed_and_can_save_knowingly() {
        LocalDate first = today.plusMonths(2);
        LocalDate second = today.plusMonths(3);
        String appointment = someAppointment();
        try (Visitor one = Visitor.atDesk().signedInAs("Chef");
                Visitor two = Visitor.atDesk().signedIn(Portal.running().account("Chef"))) {
            one.opens("/appointment/end.xhtml?id=" + appointment);
            two.opens("/appointment/end.xhtml?id=" + appointment);
            for (Visitor manager : List.of(one, two)) {
                manager.fills("Sista dag", (manager == one ? first : second).toString());
                manager.presses("Visa vad som händer");
                assertThat(manager.button("Avsluta uppdraget")).isVisible();
            }
            one.presses("Avsluta uppdraget");
            one.isTold("Uppdragets sista dag är registrerad.");

            two.presses("Avsluta uppdraget");
            two.isRefused("Det här har ändrats sedan du öppnade sidan");
            assertThat(two.main().getByLabel("Sista dag")).hasValue(second.toString());
            two.findsThePageAccessible();
            two.presses("Visa vad som händer");
            two.presses("Avsluta uppdraget");
            two.isTold("Uppdragets sista dag är registrerad.");
            two.sees(second.toString());
        }
    }

    /** One that goes on, of the manager's. */
    private static String someAppointment() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.opens("/certification/appointments.xhtml?standing=CERTIFIED");
            manager.main()
                    .locator("tbody a[href*='/appointment/appointment.xhtml']")
                    .last()
                    .click();
            manager.link("Avsluta uppdraget").waitFor();
            return manager.parameter("id");
        }
    }

    private void fillsTraining(Visitor instructor, String title) {
        instructor.opens("/training/schedule.xhtml?kind=unit-refresher");
        fills(instructor, title);
    }

    private void fills(Visitor instructor, String title) {
        instructor.fills("Dag", today.toString());
        instructor.fills("Börjar", "14:00");
        instructor.fills("Slutar", "16:00");
        instructor.fills("Lokal", "Konferensrummet");
        instructor.fills("Egen rubrik", title);
    }

    private static void addsPerson(Visitor manager, String given, String family) {
        manager.opens("/person/add.xhtml");
        manager.fills("Förnamn", given);
        manager.fills("Efternamn", family);
        manager.fills("Titel", "Undersköterska");
    }

    private static Locator dialog(Page page, String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    private static void signsInAgain(Visitor visitor, String who) {
        Account account = Portal.running().account(who);
        visitor.signsInHere(account.username(), account.password());
    }

    private static Locator trainings(Visitor visitor, String title) {
        visitor.opens("/training/trainings.xhtml?mine=true");
        return visitor.main()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }
}
