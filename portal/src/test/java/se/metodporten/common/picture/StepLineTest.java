package se.metodporten.common.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.metodporten.common.picture.StepLine.Line;
import se.metodporten.common.picture.StepLine.Step;

class StepLineTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    static StepLine ahead(Line planned) {
        return new StepLine(
                "Täckning framåt",
                "De kommande tolv månaderna",
                TODAY,
                TODAY.plusMonths(12),
                TODAY,
                "i dag",
                List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
                new Line(
                        "Om ingen gör något",
                        List.of(
                                step("2026-11-23", 72, "173 av 240"),
                                step("2026-12-30", 70, "168 av 240"),
                                step("2027-01-02", 69.2, "166 av 240"),
                                step("2027-05-01", 55, "132 av 240"),
                                step("2027-09-12", 41, "98 av 240"))),
                planned,
                "Från dag");
    }

    static Line planned() {
        return new Line(
                "Om planerade utbildningar genomförs",
                List.of(step("2026-11-23", 72, "173 av 240"), step("2027-03-01", 76, "182 av 240")));
    }

    private static Step step(String day, double percent, String words) {
        return new Step(LocalDate.parse(day), percent, words, "/coverage/coverage.xhtml?day=" + day);
    }

    @Test
    void every_change_is_a_link_to_its_day() {
        Drawn drawn = Drawn.of(ahead(planned()));

        assertThat(drawn.all("a")).hasSize(7);
        assertThat(drawn.all("a").get(3).getAttribute("href")).endsWith("day=2026-12-30");
        assertThat(drawn.all("a").get(3).getTextContent()).contains("2026-12-30: 168 av 240");
    }

    @Test
    void more_is_higher_and_later_is_further_to_the_right() {
        List<Element> dots = Drawn.of(ahead(new Line("", List.of()))).all("circle", "dot");

        for (int i = 1; i < dots.size(); i++) {
            assertThat(Drawn.number(dots.get(i), "cx")).isGreaterThan(Drawn.number(dots.get(i - 1), "cx"));
            assertThat(Drawn.number(dots.get(i), "cy")).isGreaterThan(Drawn.number(dots.get(i - 1), "cy"));
        }
    }

    @Test
    void figures_of_neighbouring_days_do_not_cover_each_other() {
        assertThat(Drawn.of(ahead(planned())).texts())
                .contains("72 %", "70 %", "55 %")
                .doesNotContain("69 %");
    }

    @Test
    void the_table_has_a_row_for_each_change_of_either_line() {
        assertThat(ahead(planned()).rows())
                .hasSize(6)
                .contains(List.of("2027-03-01", "166 av 240", "182 av 240"))
                .contains(List.of("2027-05-01", "132 av 240", "182 av 240"));
        assertThat(ahead(new Line("", List.of())).columns()).hasSize(2);
    }
}
