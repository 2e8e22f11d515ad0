package se.metodporten.courses;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Someone who takes the course in a window of its own: sees what a person sees, and notes what the browser complains of. */
final class Learner implements AutoCloseable {

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Learner(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> note(message));
        page.onPageError(complaints::add);
    }

    static Learner opening(BrowserContext browser, String address) {
        Learner learner = new Learner(browser.newPage());
        learner.page.navigate(address);
        PlaywrightAssertions.assertThat(learner.heading()).isVisible();
        return learner;
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Where the course itself is: in the frame, or the page when opened alone. */
    Frame course() {
        Frame inside = page.frame("course");
        return inside == null ? page.mainFrame() : inside;
    }

    Locator see(String selector) {
        Locator place = page.frame("course") == null
                ? page.locator("body")
                : page.frameLocator("iframe").locator("body");
        return place.locator(selector);
    }

    Locator heading() {
        return see("article:not([hidden]) h1");
    }

    Locator button(String name) {
        return see("article:not([hidden])")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The way to another part, in the table of contents. */
    Locator part(String title) {
        return see(".to-part").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The exercises that can be seen now. */
    List<Locator> exercises() {
        return see("[data-exercise]:visible").all();
    }

    List<String> screens() {
        return see("[data-screen]").all().stream()
                .map(each -> attribute(each, "data-screen"))
                .toList();
    }

    void goTo(String screen) {
        course().evaluate("id => { location.hash = id }", screen);
        PlaywrightAssertions.assertThat(see("[data-screen='" + screen + "']")).isVisible();
    }

    void next() {
        see("[data-next]").click();
    }

    /** To the next screen, also when it lies in the next part. */
    void goOn() {
        String before = heading().innerText();
        see("[data-next]:visible, [data-next-part]:visible").click();
        PlaywrightAssertions.assertThat(heading()).not().hasText(before);
    }

    void answerRightly(Locator exercise) {
        choose(exercise, attribute(exercise, "data-key"));
        exercise.locator("[data-answer]").click();
    }

    void answerWrongly(Locator exercise) {
        String kind = attribute(exercise, "data-kind");
        String key = attribute(exercise, "data-key");
        switch (kind) {
            case "one" -> choose(exercise, key.equals("a") ? "b" : "a");
            case "many" -> choose(exercise, key.startsWith("a") ? "b" : "a");
            case "match" -> choose(exercise, key.replaceAll("\\.[b-z]", ".a"));
            case "number" -> choose(exercise, "1000");
            default -> { // An order is dealt unsolved.
            }
        }
        exercise.locator("[data-answer]").click();
    }

    private void choose(Locator exercise, String value) {
        switch (attribute(exercise, "data-kind")) {
            case "one", "many" ->
                Arrays.stream(value.split(","))
                        .forEach(letter -> exercise.locator("input[value='" + letter + "']")
                                .check());
            case "match" ->
                Arrays.stream(value.split(","))
                        .map(pair -> pair.split("\\."))
                        .forEach(pair -> exercise.locator("[data-option='" + pair[0] + "'] select")
                                .selectOption(pair[1]));
            case "number" -> exercise.locator("input").fill(value.replace('.', ','));
            case "order" -> putInOrder(exercise, List.of(value.split(",")));
            default -> throw new IllegalArgumentException(attribute(exercise, "data-kind"));
        }
    }

    /** Moves each step up to its place, by the keyboard alone. */
    private static void putInOrder(Locator exercise, List<String> order) {
        for (int place = 0; place < order.size(); place++) {
            Locator up = exercise.locator("[data-option='" + order.get(place) + "'] [data-move='-1']");
            while (lettersIn(exercise).indexOf(order.get(place)) > place) {
                up.press("Enter");
            }
        }
    }

    private static List<String> lettersIn(Locator exercise) {
        return exercise.locator("[data-option]").all().stream()
                .map(each -> attribute(each, "data-option"))
                .toList();
    }

    /** What the learning system holds. */
    String lms(String name) {
        return (String) page.evaluate("name => ask(name)", name);
    }

    /** What it holds of a part that is not the one delivered now. */
    String part(String item, String name) {
        return (String) page.evaluate("([item, name]) => state(item, name)", List.of(item, name));
    }

    @SuppressWarnings("unchecked")
    List<String> refused() {
        return (List<String>) page.evaluate("() => refused");
    }

    /** Every value said for a name, in this and earlier windows. */
    @SuppressWarnings("unchecked")
    List<String> said(String name) {
        return (List<String>) page.evaluate(
                "name => said.filter(([each]) => new RegExp(`^${name}$`).test(each)).map(([, value]) => value)", name);
    }

    int commits() {
        return (int) page.evaluate("() => commits");
    }

    List<String> complaints() {
        return complaints;
    }

    static String attribute(Locator element, String name) {
        return Objects.requireNonNull(element.getAttribute(name), name);
    }

    @Override
    public void close() {
        page.close(new Page.CloseOptions().setRunBeforeUnload(false));
    }
}
