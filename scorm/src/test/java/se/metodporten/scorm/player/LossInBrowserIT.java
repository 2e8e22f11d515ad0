package se.metodporten.scorm.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.sn.Trees;

/** What browsers and people do to work that is not saved yet. */
class LossInBrowserIT extends PlayerInChromium {

    private static final String API = "**/play/api/**";
    private static final String COMMIT = "/play/api/commit";

    @TempDir
    Path temporary;

    @Test
    void a_browser_that_is_killed_while_the_network_is_gone_has_kept_the_work() throws Exception {
        Path profile = temporary.resolve("profile");
        try (Playwright own = Playwright.create()) {
            Set<ProcessHandle> before = processes();
            Page page = open(profile(own, profile));
            host.down(true);
            course(page).locator("#next").click();
            course(page).locator("#commit").click();
            assertThat(status(page)).hasText("Sparas när nätet är tillbaka");
            eventually(() -> host.requests().stream().filter(COMMIT::equals).count() >= 2);
            kill(before);
        }
        assertThat(value("cmi.core.lesson_location")).isEmpty();
        host.down(false);

        try (Playwright own = Playwright.create()) {
            Page again = open(profile(own, profile));
            assertThat(course(again).locator("#page")).hasText("2");
            assertThat(course(again).locator("#answers")).hasText("svar på sida 1");
        }
        assertThat(value("cmi.suspend_data")).isEqualTo("svar på sida 1");
    }

    private static BrowserContext profile(Playwright playwright, Path folder) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(ARGUMENTS)
                                .setLocale("sv-SE"));
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    /** The browser started since, with all its processes, by SIGKILL. */
    private static void kill(Set<ProcessHandle> before) throws Exception {
        Set<ProcessHandle> browser = processes();
        browser.removeAll(before);
        browser.removeIf(process ->
                process.info().command().filter(c -> c.contains("chrom")).isEmpty());
        assertThat(browser).isNotEmpty();
        browser.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : browser) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void after_an_hour_without_network_it_is_saved_by_itself_with_its_time() throws Exception {
        Page page = context.newPage();
        page.clock().install();
        page.navigate(host.launchUrl());
        assertThat(course(page).locator("#entry")).hasText("ab-initio");
        page.route(API, Route::abort);
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparas när nätet är tillbaka");
        page.clock().fastForward("30:00");
        course(page).locator("#next").click();
        page.clock().fastForward("30:00");
        assertThat(status(page)).hasText("Sparas när nätet är tillbaka");
        assertThat(value("cmi.core.lesson_location")).isEmpty();
        page.unroute(API);
        page.clock().fastForward("02:00");

        assertThat(status(page)).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("3");
        assertThat(host.state().totalTime()).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void the_back_button_saves_and_the_forward_button_goes_on() throws Exception {
        Page page = context.newPage();
        page.navigate(host.portal());
        page.navigate(host.launchUrl());
        course(page).locator("#next").click();
        page.goBack();
        assertThat(page.locator("h1")).hasText("Portal");
        eventually(() -> value("cmi.core.lesson_location").equals("2"));
        page.goForward();
        assertThat(course(page).locator("#page")).hasText("2");
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("3");
    }

    @Test
    void content_that_never_says_that_it_ends_counts_for_what_it_has_said() throws Exception {
        Page page = open();
        course(page)
                .locator("body")
                .evaluate("() => { parent.API.LMSSetValue('cmi.core.lesson_status', 'completed');"
                        + " window.removeEventListener('unload', finish) }");
        eventually(() -> host.state().status(Trees.ONLY) == LessonStatus.COMPLETED);
        page.close();

        Page again = open();
        assertThat(course(again).locator("#entry")).hasText("resume");
        assertThat(host.state().status(Trees.ONLY)).isEqualTo(LessonStatus.COMPLETED);
    }

    @Test
    void two_windows_end_in_one_that_goes_on_with_the_results_of_both() throws Exception {
        Page older = open();
        Page newer = open();
        course(newer).locator("#next").click();
        course(newer).locator("#commit").click();
        assertThat(status(newer)).hasText("Sparat");
        course(older).locator("#pass").click();
        assertThat(status(older)).hasText("Fortsätter i ett annat fönster");
        eventually(() -> host.state().status(Trees.ONLY) == LessonStatus.PASSED);
        assertThat(value("cmi.core.lesson_location")).isEqualTo("2");
        course(newer).locator("#next").click();
        course(newer).locator("#commit").click();
        assertThat(status(newer)).hasText("Sparat");
        assertThat(host.state().status(Trees.ONLY)).isEqualTo(LessonStatus.PASSED);
    }

    @Test
    void a_closed_lid_has_saved_what_content_said_and_an_opened_one_goes_on() throws Exception {
        Page page = open();
        course(page).locator("#next").click();
        hidden(page, true);
        eventually(() -> value("cmi.core.lesson_location").equals("2"));

        page.route(API, Route::abort);
        page.clock().install();
        page.clock().fastForward("01:00:00");
        page.unroute(API);
        hidden(page, false);
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("3");
    }

    @Test
    void a_browser_that_a_phone_ends_without_a_word_has_saved_when_it_was_put_aside() throws Exception {
        try (Playwright own = Playwright.create()) {
            Set<ProcessHandle> before = processes();
            Page page = open(profile(own, temporary.resolve("phone")));
            course(page).locator("#next").click();
            hidden(page, true);
            eventually(() -> value("cmi.core.lesson_location").equals("2"));
            kill(before);
        }
        Page again = open();
        assertThat(course(again).locator("#page")).hasText("2");
        assertThat(course(again).locator("#entry")).hasText("resume");
    }

    /** As the browser says it when the lid is closed or another app comes in front; a headless one has neither. */
    private static void hidden(Page page, boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, "visibilityState",
                      { configurable: true, get: () => hidden ? "hidden" : "visible" });
                  document.dispatchEvent(new Event("visibilitychange"));
                }""", hidden);
    }
}
