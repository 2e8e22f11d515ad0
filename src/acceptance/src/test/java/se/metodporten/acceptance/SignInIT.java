package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** The door: who is not signed in, and who does not remember the password. */
class SignInIT {

    @Test
    void whoever_is_not_signed_in_is_asked_to_sign_in_and_comes_to_the_page() {
        Portal.Account nurse = Portal.running().account("Sjuksköterska");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.opens("/elearning/catalogue.xhtml");
            visitor.isAt("Logga in");
            visitor.signsInHere(nurse.username(), nurse.password());
            visitor.isAt("Kurser");
        }
    }

    @Test
    void a_wrong_password_gets_one_answer_and_the_name_stays() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.triesToSignIn("ingen@example.org", "fel lösenord, tyvärr");
            visitor.isRefused("Användarnamnet och lösenordet stämmer inte ihop.");
            assertThat(visitor.main().getByLabel("Användarnamn")).hasValue("ingen@example.org");
        }
    }
}
