package se.metodporten.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Someone at a keyboard or a phone: a browser profile of their own, everything reached by what a person sees. */
public final class Visitor implements AutoCloseable {

    private static final List<String> CHROMIUM = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Browser browser;

    private final Portal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Portal portal, Browser.NewContextOptions options) {
        this.portal = portal;
        this.context = browser().newContext(options.setLocale("sv-SE"));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public static Visitor atDesk() {
        return new Visitor(Portal.running(), new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    public static Visitor onPhone() {
        return new Visitor(
                Portal.running(),
                new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true));
    }

    public static Visitor inTheDark() {
        return new Visitor(
                Portal.running(),
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
    }

    /** Signs in with a demo account, named as the launcher prints it. */
    public Visitor signedInAs(String who) {
        Portal.Account account = portal.account(who);
        return signIn(account.username(), account.password());
    }

    public Visitor signIn(String username, String password) {
        open("/access/sign-in.xhtml");
        page.getByLabel("Användarnamn").fill(username);
        page.getByLabel("Lösenord").first().fill(password);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga in"))
                .click();
        return this;
    }

    public Page open(String path) {
        page.navigate(path.startsWith("http") ? path : portal.url(path));
        return page;
    }

    public Page page() {
        return page;
    }

    public void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    public String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    /** WCAG 2.2 A and AA by axe, no sideways scrolling, and nothing that the browser complained of. */
    public void findsThePageAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .as("axe on %s", page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s does not scroll sideways at this width", page.url())
                .isEqualTo(true);
        assertThat(complaints).as("the browser's complaints on %s", page.url()).isEmpty();
    }

    public void takesPicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create();
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(CHROMIUM));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        }
        return browser;
    }
}
