package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.acceptance.harness.Visitor;

/** Each kind of user opens every place in the own navigation: it answers, and everybody can use it. */
class EveryPageIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sjuksköterska",
                "Metodhandledare",
                "Instruktör",
                "Chef",
                "Samverkansledare, Södra",
                "Processledare",
                "MAS",
                "Kursadministratör",
                "Systemförvaltare"
            })
    void is_accessible_at_a_desk_and_on_a_phone(String who) {
        List<String> paths;
        try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
            visitor.isAt("Start");
            paths = navigation(visitor.page());
            assertThat(paths).isNotEmpty();
            for (String path : paths) {
                visitor.opens(path);
                visitor.findsThePageAccessible();
            }
        }
        try (Visitor visitor = Visitor.onPhone().signedInAs(who)) {
            for (String path : paths) {
                visitor.opens(path);
                visitor.findsThePageAccessible();
            }
        }
    }

    @Test
    void the_coordinators_way_to_the_manager_is_accessible() {
        for (Visitor visitor : List.of(Visitor.atDesk(), Visitor.onPhone())) {
            try (Visitor coordinator = visitor.signedInAs("Samverkansledare, Södra")) {
                coordinator.opens("/coverage/coverage.xhtml");
                coordinator.follows("Be cheferna utse någon");
                coordinator.isAt("Be cheferna utse någon");
                coordinator.findsThePageAccessible();
                coordinator.opens("/coverage/units.xhtml?state=lacking");
                coordinator.findsThePageAccessible();
                String place = coordinator.main().locator("tbody th a").first().innerText();
                coordinator.follows(place);
                coordinator.isAt(place);
                coordinator.findsThePageAccessible();
                coordinator.follows("Ändra behovet");
                coordinator.isAt("Ändra behovet");
                coordinator.findsThePageAccessible();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> navigation(Page page) {
        return (List<String>)
                page.locator("nav.side a").evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }
}
