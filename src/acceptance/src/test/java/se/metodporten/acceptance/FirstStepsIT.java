package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** The first steps of the thread: sign in, see what waits, take the course. */
class FirstStepsIT {

    @Test
    void someone_who_is_not_signed_in_is_asked_to_sign_in_and_comes_back_to_the_page() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.open("/elearning/catalogue.xhtml");
            assertThat(visitor.heading()).isEqualTo("Logga in");
            visitor.findsThePageAccessible();

            Portal.Account nurse = Portal.running().account("Sjuksköterska");
            visitor.page().getByLabel("Användarnamn").fill(nurse.username());
            visitor.page().getByLabel("Lösenord").first().fill(nurse.password());
            visitor.page()
                    .locator("main")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga in"))
                    .click();

            assertThat(visitor.heading()).isEqualTo("Kurser");
        }
    }

    @Test
    void a_wrong_password_gets_one_answer_beside_nothing_that_was_typed_lost() {
        try (Visitor visitor = Visitor.atDesk().signIn("ingen@example.org", "fel lösenord, tyvärr")) {
            assertThat(visitor.heading()).isEqualTo("Logga in");
            assertThat(visitor.page().getByLabel("Användarnamn").inputValue()).isEqualTo("ingen@example.org");
        }
    }

    @Test
    void a_method_supervisor_closes_the_course_in_the_middle_and_comes_back_to_the_same_screen() {
        String screen;
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            assertThat(supervisor.page().locator("main").innerText()).contains("kvar för att bli certifierad");
            Locator heading = openCourse(supervisor);
            String first = heading.innerText();
            supervisor
                    .page()
                    .frameLocator("iframe")
                    .locator(":is(a, button):visible", new FrameLocator.LocatorOptions().setHasText("Nästa"))
                    .first()
                    .click();
            PlaywrightAssertions.assertThat(heading).not().hasText(first);
            screen = heading.innerText();
            PlaywrightAssertions.assertThat(
                            supervisor.page().getByText("Sparat").first())
                    .isVisible();
        }
        try (Visitor again = Visitor.atDesk().signedInAs("Metodhandledare")) {
            PlaywrightAssertions.assertThat(openCourse(again)).hasText(screen);
        }
    }

    private static Locator openCourse(Visitor visitor) {
        visitor.open("/elearning/launch?code=visam-grunderna");
        Page page = visitor.page();
        return page.frameLocator("iframe").locator("h1:visible");
    }

    @Test
    void a_coordinator_sees_no_page_of_the_administrator() {
        try (Visitor coordinator = Visitor.atDesk().signedInAs("Samverkansledare, Norra")) {
            coordinator.open("/administration/accounts.xhtml");
            assertThat(coordinator.heading()).isNotEqualTo("Konton");
            assertThat(coordinator.page().locator("main").innerText()).contains("inte tillgång");
        }
    }
}
