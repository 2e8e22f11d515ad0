package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.acceptance.harness.Guides;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chef             | Chef
            instruktor       | Instruktör
            kursadministrator| Kursadministratör
            metodhandledare  | Metodhandledare
            processledare    | Systemförvaltare
            samverkansledare | Samverkansledare
            systemforvaltare | Systemförvaltare
            """)
    void every_way_that_a_guide_describes_can_be_walked(String guide, String who) {
        try (Visitor reader = Visitor.atDesk().signedInAs(who)) {
            List<List<String>> ways = Guides.ways(guide);
            assertThat(ways).as("ways in %s", guide).isNotEmpty();
            ways.forEach(way -> walks(reader, way));
        }
    }

    private static void walks(Visitor reader, List<String> way) {
        reader.goesTo(way.get(0));
        for (String step : way.subList(1, way.size())) {
            Locator there = step.equals("enheten")
                    ? reader.main().locator("a[href*='/organisation/unit.xhtml']")
                    : reader.link(step).or(reader.button(step));
            assertThat(there.count()).as("%s on %s", way, reader.page().url()).isPositive();
            if (step.equals("enheten") || "A".equals(there.first().evaluate("it => it.tagName"))) {
                there.first().click();
                reader.heading().waitFor();
            }
        }
    }
}
