package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Visitor;

/** Help is on every page, also before signing in, and everybody can read it. */
class HelpIT {

    private static final String GUIDES = "main a[href*='guide.xhtml']";

    @Test
    void someone_who_cannot_sign_in_finds_every_guide() {
        List<String> guides;
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.opens("/access/sign-in.xhtml");
            visitor.followsOnTop("Hjälp");
            visitor.isAt("Hjälp");
            visitor.findsThePageAccessible();
            guides = visitor.page().locator(GUIDES).all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(guides).hasSizeGreaterThan(9);
            for (String guide : guides) {
                visitor.opens(guide);
                visitor.findsThePageAccessible();
            }
        }
        try (Visitor visitor = Visitor.onPhone()) {
            for (String guide : guides) {
                visitor.opens(guide);
                visitor.findsThePageAccessible();
            }
        }
    }

    @Test
    void a_manager_finds_the_guide_for_managers_first() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.followsOnTop("Hjälp");
            manager.isAt("Hjälp");
            assertThat(manager.page().locator("#mine + ul a").allInnerTexts()).contains("För chefer");
            manager.follows("För chefer");
            manager.isAt("För chefer");
            manager.follows("Skriv under");
            assertThat(manager.page().url()).endsWith("#skriv-under");
        }
    }
}
