package se.metodporten.courses;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What ViSam – grunderna promises about what it teaches and how it asks. */
class CourseContentTest {

    private static final int WORDS_IN_A_SITUATION = 8;

    private final CoursePackage course = CoursePackage.named("visam-grunderna");

    @Test
    void there_are_between_14_and_20_screens_in_four_or_five_chapters_and_then_a_test() {
        assertThat(screens()).hasSizeBetween(14, 20);
        assertThat(all("//*[@class='chapter']")).hasSizeBetween(5, 6);
        assertThat(all("//article[@data-test]")).hasSize(1);
    }

    @Test
    void every_screen_has_one_heading_of_the_first_level_and_skips_none() {
        for (Element screen : all("//article")) {
            assertThat(CoursePackage.all(screen, ".//h1")).as(id(screen)).hasSize(1);
            assertThat(CoursePackage.all(screen, ".//h3[not(preceding::h2)]"))
                    .as(id(screen))
                    .isEmpty();
        }
    }

    @Test
    void every_fact_from_1_to_15_is_taught_on_a_screen() {
        assertThat(facts(screens()))
                .containsAll(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void every_fact_from_1_to_10_is_asked_in_the_test() {
        assertThat(facts(questions()))
                .containsAll(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void every_screen_that_teaches_a_fact_says_its_source_with_the_year() {
        assertThat(screens().stream()
                        .filter(screen -> !screen.getAttribute("data-facts").isEmpty()))
                .allSatisfy(screen -> assertThat(textOf(screen, ".//p[@class='source']"))
                        .as(id(screen))
                        .matches(".*\\b20\\d\\d\\b.*"));
    }

    @Test
    void at_least_ten_questions_describe_a_situation_and_teach_after_the_answer() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(question -> {
            String id = question.getAttribute("data-read");
            assertThat(textOf(question, ".//*[@class='case']").split("\\s+"))
                    .as(id)
                    .hasSizeGreaterThanOrEqualTo(WORDS_IN_A_SITUATION);
            assertThat(textOf(question, ".//*[@data-explanation]")).as(id).isNotBlank();
            Set<String> told = letters(question, ".//*[@data-of]", "data-of");
            if (!CoursePackage.all(question, ".//*[@class='options']").isEmpty()) {
                assertThat(told).as(id).isEqualTo(letters(question, ".//*[@data-option]", "data-option"));
            }
        });
    }

    @Test
    void every_question_leads_to_a_screen_that_teaches_one_of_its_facts() {
        for (Element question : questions()) {
            Element screen = all("//article[@data-screen='" + question.getAttribute("data-read") + "']")
                    .get(0);
            assertThat(facts(List.of(screen))).as(id(screen)).containsAnyElementsOf(facts(List.of(question)));
        }
    }

    @Test
    void there_are_exercises_of_every_kind_along_the_way() {
        assertThat(letters(course.page().getDocumentElement(), "//article//*[@data-kind]", "data-kind"))
                .containsExactlyInAnyOrder("one", "many", "order", "match", "number");
        assertThat(all("//*[@class='practice']")).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void every_drawing_says_what_it_shows() {
        assertThat(all("//*[local-name()='svg']")).isNotEmpty().allSatisfy(drawing -> {
            assertThat(drawing.getAttribute("role")).isEqualTo("img");
            assertThat(drawing.getAttribute("aria-label")).isNotBlank();
        });
    }

    private List<Element> screens() {
        return all("//article[not(@data-test)]");
    }

    private List<Element> questions() {
        return all("//*[@data-question]");
    }

    private List<Element> all(String path) {
        return CoursePackage.all(course.page(), path);
    }

    private static Set<Integer> facts(List<Element> elements) {
        return elements.stream()
                .flatMap(element ->
                        Arrays.stream(element.getAttribute("data-facts").split(" ")))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(toSet());
    }

    private static Set<String> letters(Element inside, String path, String attribute) {
        return CoursePackage.all(inside, path).stream()
                .map(each -> each.getAttribute(attribute))
                .collect(toSet());
    }

    private static String textOf(Element inside, String path) {
        return CoursePackage.all(inside, path).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String id(Element screen) {
        return screen.getAttribute("data-screen");
    }
}
