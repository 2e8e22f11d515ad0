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

/** IT-stödet för samordnad planering: a SCORM 2004 course in parts, in Chromium, inside a learning system that is not ours. */
class PartsInBrowserIT {

    private static final int QUESTIONS = 12;

    private static CourseServer server;
    private static Chromium chromium;

    private BrowserContext profile;

    @BeforeAll
    static void start() {
        server = new CourseServer(CoursePackage.named("it-stod"));
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
    void a_part_is_complete_when_all_its_pages_are_read_and_the_next_opens_where_the_last_ended() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.goOn();
            learner.goOn();
            assertThat(learner.see(".where")).hasText("Del 1 av 6 · Sida 3 av 3");
            learner.goOn();
            assertThat(learner.see(".where")).hasText("Del 2 av 6 · Sida 1 av 4");
            assertThat(learner.part("del-valkommen", "completion_status")).isEqualTo("completed");
            assertThat(learner.part("del-valkommen", "success_status")).isEqualTo("unknown");
            assertThat(learner.lms("cmi.completion_status")).isEqualTo("incomplete");
            assertThat(learner.lms("cmi.progress_measure")).isEqualTo("0.25");
            assertThat(learner.refused()).isEmpty();
        }
    }

    @Test
    void closed_in_the_middle_it_opens_again_at_the_same_part_and_screen_with_the_answers() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.part("När patienten skrivs in").click();
            assertThat(learner.heading()).hasText("Inskrivningsmeddelandet");
            learner.goOn();
            learner.answerRightly(learner.exercises().get(0));
        }
        try (Learner again = Learner.opening(profile, server.inLms())) {
            assertThat(again.heading()).hasText("Rätt mottagare");
            assertThat(again.see("[data-notice]")).containsText("Välkommen tillbaka");
            assertThat(again.exercises().get(0).locator("[data-outcome]")).containsText("Det stämmer.");
        }
    }

    @Test
    void a_wrong_answer_leads_to_the_very_page_in_another_part_and_a_third_failed_try_to_somebody_who_helps() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.part("Prov").click();
            learner.button("Starta provet").click();
            answerAllWrongly(learner);
            assertThat(learner.lms("cmi.success_status")).isEqualTo("failed");
            assertThat(learner.lms("cmi.completion_status")).isEqualTo("completed");
            learner.button("Kalla till SIP").click();
            assertThat(learner.heading()).hasText("Kalla till SIP");

            learner.part("Prov").click();
            for (int number = 2; number <= 3; number++) {
                assertThat(learner.see("[data-result]")).not().containsText("om hjälp");
                learner.button("Gör om provet").click();
                answerAllWrongly(learner);
            }
            assertThat(learner.see("[data-result]")).containsText("Du har gjort provet 3 gånger");
            assertThat(learner.button("Gör om provet")).isEnabled();
            assertThat(learner.refused()).isEmpty();
            assertInteractions(learner);
        }
    }

    private static void answerAllWrongly(Learner learner) {
        for (int number = 1; number <= QUESTIONS; number++) {
            assertThat(learner.heading()).hasText("Fråga " + number + " av " + QUESTIONS);
            learner.answerWrongly(learner.exercises().get(0));
            learner.button(number == QUESTIONS ? "Visa resultatet" : "Nästa fråga")
                    .click();
        }
    }

    private static void assertInteractions(Learner learner) {
        assertThat(learner.lms("cmi.interactions._count")).isEqualTo(String.valueOf(3 * QUESTIONS));
        assertThat(learner.said("cmi.interactions.\\d+.result"))
                .hasSize(3 * QUESTIONS)
                .containsOnly("incorrect");
        assertThat(learner.said("cmi.interactions.\\d+.objectives.0.id"))
                .allMatch(objective -> objective.matches("fakta-\\d+"));
        assertThat(learner.said("cmi.interactions.\\d+.latency"))
                .allMatch(latency -> latency.matches("PT\\d+H\\d+M\\d+\\.\\d\\dS"));
        assertThat(learner.said("cmi.interactions.\\d+.timestamp"))
                .allMatch(moment -> moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d\\dZ"));
        assertThat(learner.said("cmi.interactions.\\d+.description"))
                .contains("När ska inskrivningsmeddelandet senast vara skickat?");
    }

    @Test
    void a_learning_system_that_leads_nowhere_is_met_with_words_instead_of_dead_buttons() {
        try (Learner learner = Learner.opening(profile, server.inLms())) {
            learner.page().evaluate("() => { window.stubborn = true }");
            learner.goOn();
            learner.goOn();
            assertThat(learner.see("[data-part-done]"))
                    .hasText("Delen är klar. Välj nästa del i utbildningssystemets lista.");
            assertThat(learner.see("[data-next-part]")).isHidden();
            assertThat(learner.part("Prov")).isDisabled();
        }
    }

    @Test
    void an_author_who_opens_the_folder_can_walk_from_part_to_part() {
        try (Learner learner = Learner.opening(profile, server.alone())) {
            assertThat(learner.see("[data-notice]")).containsText("ingenting sparas");
            learner.goOn();
            learner.goOn();
            learner.goOn();
            assertThat(learner.heading()).hasText("Inskrivningsmeddelandet");
            Locator test = learner.part("Prov");
            test.click();
            assertThat(learner.heading()).hasText("Slutprov");
            assertThat(learner.complaints()).isEmpty();
        }
    }
}
