package se.metodporten.scorm.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.sn.Trees;

/** The player in Chromium, with a course that behaves as courses do, against the library behind HTTP. */
class PlayerBrowserIT extends PlayerInChromium {

    @Test
    void the_ticket_leaves_the_address_at_once_and_what_content_says_is_saved() throws Exception {
        Page page = open();
        assertThat(page.url()).endsWith("/play/").doesNotContain("ticket");
        assertThat(page.title()).isEqualTo("ViSam – grunderna – Metodporten");
        assertThat(course(page).locator("#entry")).hasText("ab-initio");
        course(page).locator("#next").click();
        assertThat(status(page)).hasText("Sparas strax");
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("2");
        assertThat(value("cmi.suspend_data")).isEqualTo("svar på sida 1");
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_changed_is_saved_without_content_asking() throws Exception {
        Page page = open();
        course(page).locator("#next").click();
        eventually(() -> value("cmi.core.lesson_location").equals("2"));
        assertThat(status(page)).hasText("Sparat");
    }

    @Test
    void a_closed_tab_loses_nothing_and_is_resumed() throws Exception {
        Page page = open();
        course(page).locator("#next").click();
        course(page).locator("#next").click();
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        eventually(() -> value("cmi.core.lesson_location").equals("3"));
        // content said this in its unload, after the page's own last words
        eventually(() -> host.state().totalTime().equals(Duration.ofMinutes(7)));
        Page again = open();
        assertThat(course(again).locator("#entry")).hasText("resume");
        assertThat(course(again).locator("#page")).hasText("3");
        assertThat(course(again).locator("#answers")).hasText("svar på sida 2");
    }

    @Test
    void a_tab_that_dies_without_the_network_is_made_good_by_the_journal() throws Exception {
        Page page = open();
        host.down(true);
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparas när nätet är tillbaka");
        course(page).locator("#next").click();
        page.close();
        assertThat(value("cmi.core.lesson_location")).isEmpty();
        host.down(false);
        Page again = open();
        assertThat(course(again).locator("#page")).hasText("3");
        assertThat(value("cmi.suspend_data")).isEqualTo("svar på sida 2");
    }

    @Test
    void the_work_is_saved_by_itself_when_the_network_is_back() throws Exception {
        Page page = open();
        host.down(true);
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(page.locator("#announcement")).hasText("Sparas när nätet är tillbaka");
        host.down(false);
        assertThat(status(page)).hasText("Sparat");
        assertThat(page.locator("#announcement")).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("2");
    }

    @Test
    void a_newer_window_takes_over_and_the_older_says_so() throws Exception {
        Page older = open();
        course(older).locator("#next").click();
        course(older).locator("#commit").click();
        assertThat(status(older)).hasText("Sparat");
        Page newer = open();
        course(newer).locator("#next").click();
        course(newer).locator("#commit").click();
        assertThat(status(newer)).hasText("Sparat");
        course(older).locator("#next").click();
        course(older).locator("#next").click();
        course(older).locator("#commit").click();
        assertThat(status(older)).hasText("Fortsätter i ett annat fönster");
        assertThat(older.locator("#panel h2")).isFocused();
        assertThat(older.locator("#content-frame")).hasCount(0);
        assertThat(value("cmi.core.lesson_location")).isEqualTo("3");
    }

    @Test
    void a_reload_goes_on_in_the_same_tab() {
        Page page = open();
        course(page).locator("#next").click();
        page.reload();
        assertThat(course(page).locator("#page")).hasText("2");
        assertThat(course(page).locator("#entry")).hasText("resume");
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(status(page)).hasText("Sparat");
        assertThat(value("cmi.core.lesson_location")).isEqualTo("3");
    }

    @Test
    void save_and_go_back_lets_content_say_its_last_words_and_ends_the_secret() {
        Page page = open();
        course(page).locator("#next").click();
        page.locator("#back").click();
        page.waitForURL(host.portal());
        assertThat(value("cmi.core.lesson_location")).isEqualTo("2");
        assertThat(host.state().totalTime()).isEqualTo(Duration.ofMinutes(7));
        assertThat(host.requests()).endsWith("/play/api/exit");
        page.navigate(host.launchUrl().replaceAll("#.*", ""));
        assertThat(page.locator("#panel h2")).hasText("Kursen öppnas från Metodporten");
    }

    @Test
    void without_the_network_one_can_wait_or_go_back_and_the_work_stays_here() {
        Page page = open();
        host.down(true);
        course(page).locator("#next").click();
        page.locator("#back").click();
        page.locator("#panel button").click();
        page.waitForURL(host.portal());
        assertThat(value("cmi.core.lesson_location")).isEmpty();
        host.down(false);
        Page again = open();
        assertThat(course(again).locator("#page")).hasText("2");
    }

    @Test
    void passing_is_saved_and_said() {
        Page page = open();
        course(page).locator("#pass").click();
        assertThat(status(page)).hasText("Kursen är avslutad och allt är sparat. Du kan gå tillbaka till Metodporten.");
        assertThat(host.state().status(Trees.ONLY)).isEqualTo(LessonStatus.PASSED);
    }

    @Test
    void a_ticket_works_once() {
        Page page = open();
        String used = host.launchUrl();
        page.navigate("about:blank");
        page.navigate(used);
        assertThat(course(page).locator("#entry")).not().isEmpty();
        try (BrowserContext elsewhere = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page copy = elsewhere.newPage();
            copy.navigate(used);
            assertThat(copy.locator("#panel h2")).hasText("Open the course again");
        }
    }

    @Test
    void the_keyboard_gets_into_the_content_and_out_of_it() {
        Page page = open();
        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(course(page).locator("#next")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#to-top")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#back")).isFocused();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void it_is_accessible_and_fits_a_narrow_screen(ColorScheme scheme) {
        context.close();
        context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(320, 640)
                .setLocale("sv-SE"));
        Page page = open();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0);
        open();
        course(page).locator("#next").click();
        course(page).locator("#commit").click();
        assertThat(page.locator("#panel h2")).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
