package se.metodporten.acceptance.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import se.metodporten.acceptance.harness.CourseBook.Answer;

/** A course open in the player: reads, answers and goes on as a learner does. */
public final class CoursePlayer {

    private static final LocatorAssertions.HasTextOptions PATIENTLY = new LocatorAssertions.HasTextOptions()
            .setTimeout(Duration.ofSeconds(30).toMillis());

    private final Page page;
    private final CourseBook book;

    /** @param page where the player has been opened */
    public CoursePlayer(Page page, CourseBook book) {
        this.page = page;
        this.book = book;
        assertThat(heading()).isVisible();
    }

    /** Where the course's own script runs. */
    public Frame frame() {
        return Objects.requireNonNull(
                page.locator("#content-frame").elementHandle().contentFrame());
    }

    public Locator heading() {
        return see("article:not([hidden]) h1");
    }

    /** Page 3 of 20. */
    public Locator place() {
        return see("[data-where]");
    }

    public Locator exercise(String id) {
        return see("[data-exercise='" + id + "']");
    }

    public void nextScreen() {
        goesOnBy(next());
    }

    private void goesOnBy(Locator button) {
        String screen = place().innerText();
        button.click();
        assertThat(place()).not().hasText(screen);
        // Another part is a page of its own, whose script shows the screen and the way on together.
        assertThat(heading()).isVisible();
    }

    /** The button that leads to the next screen. */
    public Locator next() {
        return see("[data-next]");
    }

    /** One exercise of the screen where something is to be ticked, without a mouse. */
    public void ticksByKeyboard(Keyboard keys) {
        Locator exercise = see("[data-exercise]:visible").first();
        if (answerTo(exercise) instanceof Answer.Ticked ticked) {
            ticked.right()
                    .forEach(text ->
                            keys.chooses(row(exercise, "label.option", text).locator("input")));
        } else {
            throw new AssertionError("Nothing to tick on " + heading().innerText());
        }
        keys.follows(exercise.locator("[data-answer]"));
        assertThat(exercise.locator(".verdict.good")).isVisible();
    }

    /** The exercises of the screen, answered as the sources say. */
    public void answersAll() {
        for (Locator exercise : see("[data-exercise]:visible").all()) {
            if (!exercise.locator(".verdict").isVisible()) {
                answers(exercise);
            }
            assertThat(exercise.locator(".verdict.good")).isVisible();
        }
    }

    /** Each exercise of the screen still shows what was answered. */
    public void seesTheAnswersGiven() {
        for (Locator exercise : see("[data-exercise]:visible").all()) {
            assertThat(exercise.locator(".verdict.good")).isVisible();
        }
    }

    /** Reads and answers every screen to the last, and takes the test there. */
    public void goesToTheEnd() {
        while (see("[data-next]").isVisible()) {
            answersAll();
            nextScreen();
        }
        takesTheTest();
    }

    /** Opens every screen, from part to part where the course has several, to the one where the test begins. */
    public void readsToTheTest() {
        for (Locator next = onwards(); next.count() > 0; next = onwards()) {
            goesOnBy(next);
        }
    }

    private Locator onwards() {
        return see("[data-next]:visible, [data-next-part]:visible");
    }

    public void takesTheTest() {
        button("Starta provet").click();
        for (boolean more = true; more; ) {
            Locator question = see("[data-exercise]:visible");
            answers(question);
            assertThat(question.locator(".verdict.good")).isVisible();
            Locator last = button("Visa resultatet");
            more = last.count() == 0;
            (more ? button("Nästa fråga") : last).click();
        }
    }

    /** What has been done is safe on the server. */
    public void seesItSaved() {
        assertThat(page.locator("#status")).hasText("Sparat", PATIENTLY);
    }

    /** The server is away: the player says what becomes of the work, and the learner goes on. */
    public void seesItKeptForLater() {
        assertThat(page.locator("#status")).hasText("Sparas när nätet är tillbaka", PATIENTLY);
    }

    /** Back to the portal, with everything saved. */
    public void goesBack() {
        page.locator("#back").click();
        page.waitForURL(address -> !address.contains("/play/"));
    }

    private void answers(Locator exercise) {
        Answer answer = answerTo(exercise);
        if (answer instanceof Answer.Ticked ticked) {
            ticked.right()
                    .forEach(text ->
                            row(exercise, "label.option", text).locator("input").check());
        } else if (answer instanceof Answer.Ordered ordered) {
            putsInOrder(exercise, ordered.steps());
        } else if (answer instanceof Answer.Paired paired) {
            paired.pairs().forEach((left, right) -> pick(row(exercise, ".pair", left), right));
        } else if (answer instanceof Answer.Counted counted) {
            exercise.getByRole(AriaRole.TEXTBOX).fill(counted.number());
        }
        exercise.locator("[data-answer]").click();
    }

    private Answer answerTo(Locator exercise) {
        return book.answerTo(Objects.requireNonNull(exercise.getAttribute("data-exercise")));
    }

    /** Moves each step up until it stands where it belongs. */
    private static void putsInOrder(Locator exercise, List<String> steps) {
        for (int place = 0; place < steps.size(); place++) {
            while (shown(exercise).indexOf(steps.get(place)) > place) {
                row(exercise, ".step", steps.get(place))
                        .locator("[data-move='-1']")
                        .press("Enter");
            }
        }
    }

    private static List<String> shown(Locator exercise) {
        return exercise.locator(".step .option-text").allInnerTexts().stream()
                .map(CoursePlayer::read)
                .toList();
    }

    private static Locator row(Locator exercise, String kind, String text) {
        return exercise.locator(kind).all().stream()
                .filter(row -> read(row.locator(".option-text").innerText()).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing says '" + text + "' in " + exercise.innerText()));
    }

    private static void pick(Locator pair, String answer) {
        List<String> offered = pair.locator("option").allTextContents().stream()
                .map(CoursePlayer::read)
                .toList();
        pair.locator("select").selectOption(new SelectOption().setIndex(offered.indexOf(answer)));
    }

    /** As it is read: without the places where a long word may break. */
    private static String read(String text) {
        return text.replace("\u00AD", "").strip();
    }

    private Locator button(String name) {
        return see("article:not([hidden])")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator see(String selector) {
        FrameLocator course = page.frameLocator("iframe");
        return course.locator(selector);
    }
}
