package se.metodporten.courses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ViSam – grunderna taken for real, in Chromium, inside a learning system that is not ours. */
class CourseInBrowserIT {

    private static final int QUESTIONS = 15;

    private static CourseServer server;
    private static Chromium chromium;

    private BrowserContext profile;

    @BeforeAll
    static void start() {
        server = new CourseServer(CoursePackage.named("visam-grunderna"));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void freshProfile() {
        profile = chromium.freshProfile();
    }

    @AfterEach
    void forget() {
        profile.close();
    }

    @Test
    void a_learner_reads_practises_closes_the_window_and_comes_back_to_the_same_screen_with_the_answers() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            assertThat(learner.lms("cmi.core.lesson_status")).isEqualTo("incomplete");
            learner.next();
            assertThat(learner.see("[data-where]")).hasText("Sida 2 av 20");
            assertThat(learner.heading()).isFocused();
            learner.answerRightly(learner.exercises().get(0));
            assertThat(learner.see("#syfte, [data-screen=syfte] [data-outcome]"))
                    .containsText("Det stämmer.");
            learner.next();
            Locator exercise = learner.exercises().get(0);
            exercise.locator("input[value=b]").check();
        }
        try (Learner again = Learner.opening(profile, server.inLms())) {
            assertThat(again.heading()).hasText("Vem modellen gäller");
            assertThat(again.see("[data-notice]")).containsText("Välkommen tillbaka");
            assertThat(again.exercises().get(0).locator("input[value=b]")).isChecked();
            assertThat(again.button("Svara")).isVisible();
            again.goTo("syfte");
            assertThat(again.see("[data-screen=syfte] [data-outcome]")).containsText("Det stämmer.");
            assertThat(again.see("[data-screen=syfte] input:checked")).hasValue("a");
            assertThat(again.refused()).isEmpty();
            assertThat(again.complaints()).isEmpty();
        }
    }

    @Test
    void every_screen_and_every_answer_is_committed_with_the_bookmark() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            int before = learner.commits();
            learner.next();
            assertThat(learner.see("[data-where]")).hasText("Sida 2 av 20");
            assertThat(learner.commits()).isGreaterThan(before);
            assertThat(learner.lms("cmi.core.lesson_location")).isEqualTo("syfte");
            int seen = learner.commits();
            learner.answerRightly(learner.exercises().get(0));
            assertThat(learner.commits()).isGreaterThan(seen);
            assertThat(learner.lms("cmi.suspend_data")).contains("borja-planera");
            assertThat(learner.said("cmi.core.session_time")).isNotEmpty();
            assertThat(learner.said("cmi.core.exit")).containsOnly("suspend");
        }
    }

    @Test
    void a_test_is_interrupted_failed_retaken_and_passed_and_never_reported_done_before() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.goTo("prov");
            learner.button("Starta provet").click();
            for (int number = 1; number <= 4; number++) {
                learner.answerWrongly(learner.exercises().get(0));
                learner.button("Nästa fråga").click();
            }
            assertThat(learner.heading()).hasText("Fråga 5 av 15");
            learner.answerRightly(learner.exercises().get(0));
            assertThat(learner.lms("cmi.core.lesson_status")).isEqualTo("incomplete");
        }
        try (Learner again = Learner.opening(profile, server.inLms())) {
            assertThat(again.heading()).hasText("Fråga 5 av 15");
            assertThat(again.exercises().get(0).locator("[data-outcome]")).containsText("Det stämmer.");
            again.button("Nästa fråga").click();
            answerRightlyUntilTheEnd(again, 6);
            assertThat(again.heading()).hasText("Inte godkänt den här gången");
            assertThat(again.see("[data-result]")).containsText("11 av 15 frågor (73 procent)");
            assertThat(again.lms("cmi.core.lesson_status")).isEqualTo("failed");
            assertThat(again.lms("cmi.core.score.raw")).isEqualTo("73");
            again.button("Gör om provet").click();
            answerRightlyUntilTheEnd(again, 1);
            assertThat(again.heading()).hasText("Godkänt – bra jobbat!");
            assertThat(again.lms("cmi.core.lesson_status")).isEqualTo("passed");
            assertThat(again.lms("cmi.core.score.raw")).isEqualTo("100");
            assertThat(again.lms("cmi.core.score.min")).isEqualTo("0");
            assertThat(again.lms("cmi.core.score.max")).isEqualTo("100");
            assertThat(again.said("cmi.core.lesson_status")).doesNotContain("completed");
            assertThat(again.refused()).isEmpty();
            assertInteractions(again);
            again.button("Gör om provet").click();
            assertThat(again.lms("cmi.core.lesson_status"))
                    .as("passed is kept in a retake")
                    .isEqualTo("passed");
        }
    }

    private static void answerRightlyUntilTheEnd(Learner learner, int from) {
        for (int number = from; number <= QUESTIONS; number++) {
            assertThat(learner.heading()).hasText("Fråga " + number + " av 15");
            learner.answerRightly(learner.exercises().get(0));
            learner.button(number == QUESTIONS ? "Visa resultatet" : "Nästa fråga")
                    .click();
        }
    }

    private static void assertInteractions(Learner learner) {
        assertThat(learner.lms("cmi.interactions._count")).isEqualTo(String.valueOf(2 * QUESTIONS));
        assertThat(learner.said("cmi.interactions.\\d+.id")).hasSize(2 * QUESTIONS);
        assertThat(learner.said("cmi.interactions.\\d+.type")).contains("choice", "sequencing");
        assertThat(learner.said("cmi.interactions.\\d+.result"))
                .startsWith("wrong", "wrong", "wrong", "wrong", "correct");
        assertThat(learner.said("cmi.interactions.\\d+.student_response")).doesNotContain("");
        assertThat(learner.said("cmi.interactions.\\d+.correct_responses.0.pattern"))
                .contains("a,b,c,d");
        assertThat(learner.said("cmi.interactions.\\d+.latency"))
                .allMatch(value -> value.matches("\\d{4}:\\d\\d:\\d\\d\\.\\d\\d"));
        assertThat(learner.said("cmi.interactions.\\d+.time")).allMatch(value -> value.matches("\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void everything_answered_fits_in_the_4096_characters_of_scorm_1_2() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            for (String screen : learner.screens()) {
                learner.goTo(screen);
                learner.exercises().forEach(learner::answerRightly);
            }
            learner.button("Starta provet").click();
            answerRightlyUntilTheEnd(learner, 1);
            assertThat(learner.lms("cmi.suspend_data")).hasSizeLessThan(4096).containsPattern("^[ -~]+$");
        }
    }

    @Test
    void without_a_learning_system_the_course_works_and_says_that_nothing_is_saved() {
        try (Learner learner = Learner.opening(profile, server.alone())) {
            assertThat(learner.see("[data-notice]")).containsText("ingenting sparas");
            learner.next();
            assertThat(learner.see("[data-screen=syfte]")).isVisible();
            learner.answerRightly(learner.exercises().get(0));
            assertThat(learner.see("[data-screen=syfte] [data-outcome]")).containsText("Det stämmer.");
            assertThat(learner.complaints()).isEmpty();
        }
    }

    @Test
    void a_learning_system_that_refuses_to_save_is_told_to_the_learner_until_it_works_again() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.page().evaluate("() => { window.commit = API.LMSCommit; API.LMSCommit = () => 'false' }");
            learner.next();
            assertThat(learner.see("[data-notice]")).containsText("Det gick inte att spara");
            learner.page().evaluate("() => { API.LMSCommit = window.commit }");
            learner.answerRightly(learner.exercises().get(0));
            assertThat(learner.see("[data-notice]")).isEmpty();
        }
    }

    @Test
    void pressing_answer_with_nothing_chosen_says_what_to_do_and_a_double_click_does_not_skip_the_feedback() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.goTo("prov");
            learner.button("Starta provet").click();
            Locator question = learner.exercises().get(0);
            while (!Learner.attribute(question, "data-kind").equals("one")) {
                learner.answerWrongly(question);
                learner.button("Nästa fråga").click();
                question = learner.exercises().get(0);
            }
            question.locator("[data-answer]").click();
            assertThat(question.locator("[data-complaint]")).hasText("Välj ett svar först.");
            question.locator("input").first().check();
            assertThat(question.locator("[data-complaint]")).isEmpty();
            question.locator("[data-answer]").dblclick();
            assertThat(question.locator("[data-outcome] .verdict")).isVisible();
        }
    }

    @Test
    void the_whole_ordering_exercise_works_with_the_keyboard_and_says_where_a_step_went() {
        try (Learner learner = Learner.opening(profile, server.alone())) {
            learner.goTo("ordning");
            Locator exercise = learner.exercises().get(0);
            Locator lastUp = exercise.locator(".step").last().locator("[data-move='-1']");
            String moved =
                    exercise.locator(".step").last().locator(".option-text").innerText();
            lastUp.focus();
            learner.page().keyboard().press("Enter");
            assertThat(exercise.locator("[data-outcome]")).hasText(moved + ": plats 5 av 6");
            for (int place = 4; place >= 1; place--) {
                learner.page().keyboard().press("Enter");
            }
            assertThat(exercise.locator(".step").first().locator(".option-text"))
                    .hasText(moved);
            assertThat(exercise.locator(".step").first().locator("[data-move='1']"))
                    .isFocused();
            learner.answerRightly(exercise);
            assertThat(exercise.locator("[data-outcome]")).containsText("Det stämmer.");
        }
    }

    @Test
    void a_number_may_be_written_with_a_comma_and_nonsense_is_met_with_help() {
        try (Learner learner = Learner.opening(profile, server.alone())) {
            learner.goTo("rakna");
            Locator exercise = learner.exercises().get(0);
            exercise.locator("input").fill("tre");
            exercise.locator("input").press("Enter");
            assertThat(exercise.locator("[data-complaint]")).hasText("Skriv ett tal, till exempel 2,5.");
            exercise.locator("input").fill("3,2");
            exercise.locator("input").press("Enter");
            assertThat(exercise.locator("[data-outcome]")).containsText("Det stämmer.");
        }
    }

    @Test
    void the_back_button_and_the_table_of_contents_lead_where_they_say() {
        try (Learner learner = Learner.opening(profile, server.alone())) {
            learner.see("[data-to=sip]").click();
            assertThat(learner.heading()).hasText("SIP – en plan tillsammans");
            assertThat(learner.see("[data-to=sip]")).hasAttribute("aria-current", "page");
            learner.page().goBack();
            assertThat(learner.heading()).hasText("Välkommen till ViSam – grunderna");
            learner.page().goForward();
            learner.page().reload();
            assertThat(learner.heading()).hasText("SIP – en plan tillsammans");
        }
    }
}
