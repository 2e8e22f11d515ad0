package se.metodporten.courses;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What our courses promise about what they teach and how they ask. That every listed fact is taught, the build checks. */
class CourseContentTest {

    private static final int WORDS_IN_A_SITUATION = 8;

    static Stream<CoursePackage> courses() {
        return CoursePackage.all();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void there_are_at_most_20_screens_of_which_the_last_is_the_test(CoursePackage course) {
        List<Element> all = course.onPages("//article");
        assertThat(all).hasSizeBetween(8, 20);
        assertThat(all.get(all.size() - 1).hasAttribute("data-test")).isTrue();
        assertThat(screens(course)).hasSize(all.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_screen_has_one_heading_of_the_first_level_and_skips_none(CoursePackage course) {
        for (Element screen : course.onPages("//article")) {
            assertThat(CoursePackage.all(screen, ".//h1")).as(id(screen)).hasSize(1);
            assertThat(CoursePackage.all(screen, ".//h3[not(preceding::h2)]"))
                    .as(id(screen))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_screen_that_teaches_a_fact_says_its_source_with_the_year(CoursePackage course) {
        assertThat(screens(course).stream()
                        .filter(screen -> !screen.getAttribute("data-facts").isEmpty()))
                .isNotEmpty()
                .allSatisfy(screen -> assertThat(textOf(screen, ".//p[@class='source']"))
                        .as(id(screen))
                        .matches(".*\\b20\\d\\d\\b.*"));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void at_least_ten_questions_describe_a_situation_and_teach_after_the_answer(CoursePackage course) {
        assertThat(questions(course)).hasSizeGreaterThanOrEqualTo(10).allSatisfy(question -> {
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

    @ParameterizedTest
    @MethodSource("courses")
    void every_question_leads_to_a_screen_that_teaches_one_of_its_facts(CoursePackage course) {
        for (Element question : questions(course)) {
            Element screen = screens(course).stream()
                    .filter(each -> id(each).equals(question.getAttribute("data-read")))
                    .findFirst()
                    .orElseThrow();
            assertThat(facts(List.of(screen))).as(id(screen)).containsAnyElementsOf(facts(List.of(question)));
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void most_screens_let_the_learner_try(CoursePackage course) {
        long practice = screens(course).stream()
                .filter(screen ->
                        !CoursePackage.all(screen, ".//*[@class='practice']").isEmpty())
                .count();
        assertThat(practice).isGreaterThanOrEqualTo(screens(course).size() / 2);
        assertThat(kinds(course)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_drawing_says_what_it_shows(CoursePackage course) {
        assertThat(course.onPages("//*[local-name()='svg']")).isNotEmpty().allSatisfy(drawing -> {
            assertThat(drawing.getAttribute("role")).isEqualTo("img");
            assertThat(drawing.getAttribute("aria-label")).isNotBlank();
        });
    }

    @Test
    void visam_teaches_every_fact_from_1_to_15_and_asks_for_those_from_1_to_10() {
        CoursePackage course = CoursePackage.named("visam-grunderna");
        assertThat(facts(screens(course)))
                .containsAll(IntStream.rangeClosed(1, 15).boxed().toList());
        assertThat(facts(questions(course)))
                .containsAll(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(kinds(course)).containsExactlyInAnyOrder("one", "many", "order", "match", "number");
    }

    private static List<Element> screens(CoursePackage course) {
        return course.onPages("//article[not(@data-test)]");
    }

    private static List<Element> questions(CoursePackage course) {
        return course.onPages("//*[@data-question]");
    }

    private static Set<String> kinds(CoursePackage course) {
        return course.onPages("//article//*[@data-kind]").stream()
                .map(each -> each.getAttribute("data-kind"))
                .collect(toSet());
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
