package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/**
 * The picture of the README: what the process leader sees of the county today. {@code README.md} tells how to take a new
 * one into {@code docs}.
 */
class CoveragePictureIT {

    /** Where the picture goes: for the README, {@code docs/tackning.png}. */
    private static final Path PICTURE =
            Path.of(System.getProperty("metodporten.picture", "target/pictures/tackning.png"));

    private static final Pattern ANSWER =
            Pattern.compile("(\\d+) av (\\d+) enheter saknar instruktör i klinisk bedömning i dag");

    @Test
    void the_process_leader_sees_how_many_units_lack_an_instructor_which_ones_and_who_soon_will() {
        try (Visitor leader = Visitor.forAPicture().signedInAs("Processledare")) {
            leader.goesTo("Täckning");
            leader.follows("Instruktör i klinisk bedömning");
            leader.sees("Visar instruktör i klinisk bedömning den " + Portal.today());
            int lacking = inTheAnswer(leader, 1);
            assertThat(inTheAnswer(leader, 2)).isGreaterThan(lacking);
            assertThat(figure(leader, "Vakant") + figure(leader, "Inte täckt") + figure(leader, "Delvis täckt"))
                    .as("what the figures add up to")
                    .isEqualTo(lacking);
            assertThat(lacking + figure(leader, "Täckt")).isEqualTo(inTheAnswer(leader, 2));

            assertThat(units(leader, "Saknar någon nu")).isNotEmpty();
            Locator soon = leader.main().locator("section[aria-labelledby='lost-title']");
            assertThat(soon.locator("li").count() > 0)
                    .as("the list of those who soon lack somebody agrees with its figure")
                    .isEqualTo(figure(leader, "blir utan till") > 0);
            assertThat(leader.main().locator("svg").count()).isPositive();
            leader.findsThePageAccessible();
            leader.takesPicture(PICTURE);
        }
        assertThat(PICTURE).isNotEmptyFile();
    }

    private static int inTheAnswer(Visitor leader, int group) {
        Matcher answer = ANSWER.matcher(leader.main().innerText());
        assertThat(answer.find()).as(leader.main().innerText()).isTrue();
        return Integer.parseInt(answer.group(group));
    }

    private static int figure(Visitor leader, String label) {
        return Integer.parseInt(leader.main()
                .locator("a.figure", new Locator.LocatorOptions().setHasText(Pattern.compile("\\d\\s+" + label)))
                .first()
                .locator("strong")
                .innerText());
    }

    private static List<String> units(Visitor leader, String title) {
        return leader.main()
                .locator("section", new Locator.LocatorOptions().setHasText(title))
                .first()
                .locator("li a")
                .allInnerTexts();
    }
}
