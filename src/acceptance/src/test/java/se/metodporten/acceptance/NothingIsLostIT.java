package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** The server is killed while somebody is in a course. */
class NothingIsLostIT {

    private static final String COURSE = "Beslutsstöd, ABCDE och SBAR";

    @Test
    void a_learner_reads_on_while_the_server_is_dead_and_signs_in_again_to_find_it_all_saved() {
        String screen;
        try (Visitor visitor = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            visitor.goesTo("Kurser");
            visitor.follows(COURSE);
            visitor.isAt(COURSE);
            visitor.follows("Börja kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), CourseBook.of("beslutsstod"));
            course.nextScreen();
            course.seesItSaved();

            Portal.running().isKilled();
            course.nextScreen();
            course.answersAll();
            course.nextScreen();
            screen = course.heading().innerText();
            course.seesItKeptForLater();
            Portal.running().startsAgain();
            course.seesItSavedByItself();

            course.goesBack();
            visitor.sees("Logga in");
        }
        try (Visitor visitor = Visitor.atDesk().signedInAs("Sjuksköterska")) {
            visitor.goesTo("Kurser");
            visitor.follows(COURSE);
            visitor.follows("Fortsätt kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), CourseBook.of("beslutsstod"));
            assertThat(course.heading()).hasText(screen);
        }
    }
}
