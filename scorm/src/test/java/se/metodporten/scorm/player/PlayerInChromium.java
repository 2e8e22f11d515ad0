package se.metodporten.scorm.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.Trees;

/** A host with a course that behaves as courses do, and Chromium. */
abstract class PlayerInChromium {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final ActivityTree COURSE = Trees.one(Standard.SCORM_1_2, LaunchData.NONE);

    private static Playwright playwright;
    static Browser browser;

    TestHost host;
    BrowserContext context;
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

    @BeforeEach
    void start() throws IOException {
        host = new TestHost(COURSE);
        context = browser.newContext(new Browser.NewContextOptions().setLocale("sv-SE"));
    }

    @AfterEach
    void stop() {
        context.close();
        host.close();
    }

    Page open() {
        return open(context);
    }

    Page open(BrowserContext in) {
        Page page = in.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy") || m.text().contains("not saved")) {
                complaints.add(m.text());
            }
        });
        page.navigate(host.launchUrl());
        assertThat(course(page).locator("#entry")).not().isEmpty();
        return page;
    }

    static FrameLocator course(Page page) {
        return page.frameLocator("#content-frame");
    }

    static Locator status(Page page) {
        return page.locator("#status");
    }

    /** What the server knows is nothing a page shows; waits for it as a browser test waits for a page. */
    static void eventually(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited for the server").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    String value(String element) {
        return host.state().activity(Trees.ONLY).values().getOrDefault(element, "");
    }
}
