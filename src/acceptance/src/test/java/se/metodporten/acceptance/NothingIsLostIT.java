package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Newcomer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Visitor;

/**
 * Somebody is in a course when the server dies, and when the session in the portal ends. What browsers do by themselves
 * is tried beside the player, in {@code scorm}.
 */
class NothingIsLostIT {

    private static Account learner = new Account("", "", "");

    /** Nobody of the demo county, who may have begun the courses already. */
    @BeforeAll
    static void somebody_who_has_taken_no_course() {
        learner = Newcomer.inAUnitOf("Chef");
    }

    @Test
    void a_learner_goes_on_while_the_server_is_dead_and_finds_it_all_saved() {
        String title = "ViSam – grunderna";
        CourseBook book = CourseBook.of("visam-grunderna");
        String screen;
        try (Visitor visitor = Visitor.atDesk().signedIn(learner)) {
            Page page = visitor.page();
            page.clock().install();
            CoursePlayer course = begins(visitor, title, book);
            course.nextScreen();
            course.answersAll();
            course.seesItSaved();

            Portal.running().isKilled();
            course.nextScreen();
            course.answersAll();
            screen = course.heading().innerText();
            course.seesItKeptForLater();

            Portal.running().startsAgain();
            aMinutePasses(page);
            course.seesItSaved();
            course.goesBack();
            findsTheCourseAgain(visitor, title);
        }
        goesOnElsewhere(title, book, screen);
    }

    @Test
    void a_learner_whose_session_in_the_portal_has_ended_goes_on_and_finds_it_all_saved() {
        String title = "Att vara metodhandledare";
        CourseBook book = CourseBook.of("metodhandledare");
        String screen;
        try (Visitor visitor = Visitor.atDesk().signedIn(learner)) {
            CoursePlayer course = begins(visitor, title, book);
            course.seesItSaved();
            endsTheSession(visitor.inAnotherTab());

            course.nextScreen();
            course.answersAll();
            course.nextScreen();
            course.answersAll();
            screen = course.heading().innerText();
            course.seesItSaved();
            course.goesBack();
            findsTheCourseAgain(visitor, title);
        }
        goesOnElsewhere(title, book, screen);
    }

    private static CoursePlayer begins(Visitor visitor, String title, CourseBook book) {
        visitor.goesTo("Kurser");
        visitor.follows(title);
        visitor.isAt(title);
        visitor.follows("Börja kursen");
        return new CoursePlayer(visitor.page(), book);
    }

    /** On the server, which is all that the course could notice; a session that grows too old ends in the same way. */
    private static void endsTheSession(Visitor otherTab) {
        otherTab.opens("/desk/start.xhtml");
        otherTab.page()
                .locator("header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga ut"))
                .click();
        otherTab.isAt("Logga in");
    }

    /** The player tries again at least that often. */
    private static void aMinutePasses(Page page) {
        page.clock().fastForward("01:00");
    }

    /** The portal asks to sign in, and leads to where the learner was going. */
    private static void findsTheCourseAgain(Visitor visitor, String title) {
        visitor.isAt("Logga in");
        visitor.signsInHere(learner.username(), learner.password());
        visitor.isAt(title);
    }

    /** In another browser, which has kept nothing: what is there comes from the server. */
    private static void goesOnElsewhere(String title, CourseBook book, String screen) {
        try (Visitor visitor = Visitor.onPhone().signedIn(learner)) {
            visitor.goesTo("Kurser");
            visitor.follows(title);
            visitor.follows("Fortsätt kursen");
            CoursePlayer course = new CoursePlayer(visitor.page(), book);
            assertThat(course.heading()).hasText(screen);
            course.seesTheAnswersGiven();
        }
    }
}
