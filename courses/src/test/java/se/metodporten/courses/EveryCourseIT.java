package se.metodporten.courses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each course taken from its first screen to a passed test, inside a learning system that is not ours. */
class EveryCourseIT {

    private static Chromium chromium;

    static Stream<CoursePackage> courses() {
        return CoursePackage.all();
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void a_learner_takes_it_from_start_to_end_and_meets_no_barrier(CoursePackage course) {
        try (CourseServer server = new CourseServer(course);
                BrowserContext profile = chromium.freshProfile();
                Learner learner = Learner.opening(profile, server.inLms())) {
            Inspection inspection = new Inspection(learner, course.name());
            Set<String> kinds = new HashSet<>();
            for (String screen : screens(course)) {
                assertThat(learner.see("[data-screen='" + screen + "']")).isVisible();
                List<Locator> exercises = learner.exercises();
                if (exercises.stream().anyMatch(exercise -> kinds.add(Learner.attribute(exercise, "data-kind")))) {
                    inspection.wide(screen + "-before");
                }
                exercises.forEach(learner::answerWrongly);
                inspection.of(screen);
                learner.goOn();
            }
            takeTheTest(learner, inspection, course);
            assertThat(inspection.faults()).isEmpty();
            assertThat(learner.complaints()).isEmpty();
            assertThat(learner.refused()).isEmpty();
            assertReported(learner, course);
        }
    }

    /** Once wrongly, to see what is said then, and otherwise rightly. */
    private static void takeTheTest(Learner learner, Inspection inspection, CoursePackage course) {
        int questions = course.onPages("//*[@data-question]").size();
        inspection.of("test");
        learner.button("Starta provet").click();
        Set<String> kinds = new HashSet<>();
        for (int number = 1; number <= questions; number++) {
            assertThat(learner.heading()).hasText("Fråga " + number + " av " + questions);
            Locator question = learner.exercises().get(0);
            if (number == 1) {
                learner.answerWrongly(question);
            } else {
                learner.answerRightly(question);
            }
            if (kinds.add(Learner.attribute(question, "data-kind")) || number == 2) {
                inspection.of("question-" + number);
            }
            learner.button(number == questions ? "Visa resultatet" : "Nästa fråga")
                    .click();
        }
        assertThat(learner.heading()).hasText("Godkänt – bra jobbat!");
        inspection.of("result");
    }

    private static void assertReported(Learner learner, CoursePackage course) {
        int questions = course.onPages("//*[@data-question]").size();
        int percent = 100 * (questions - 1) / questions;
        if (!course.speaks2004()) {
            assertThat(learner.lms("cmi.core.lesson_status")).isEqualTo("passed");
            assertThat(learner.lms("cmi.core.score.raw")).isEqualTo(String.valueOf(percent));
        } else {
            assertThat(learner.said("cmi.progress_measure")).contains("1");
            assertThat(learner.lms("cmi.success_status")).isEqualTo("passed");
            assertThat(learner.lms("cmi.completion_status")).isEqualTo("completed");
            assertThat(learner.lms("cmi.score.scaled")).isEqualTo(String.valueOf(percent / 100.0));
        }
        assertThat(learner.lms("cmi.interactions._count")).isEqualTo(String.valueOf(questions));
        assertThat(learner.lms("cmi.suspend_data")).hasSizeLessThan(4096).containsPattern("^[ -~]+$");
    }

    private static List<String> screens(CoursePackage course) {
        return course.onPages("//article[not(@data-test)]").stream()
                .map(screen -> screen.getAttribute("data-screen"))
                .toList();
    }
}
