package se.metodporten.acceptance.harness;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Someone at a keyboard or a phone: a browser profile of their own, everything reached by what a person sees. */
public final class Visitor implements AutoCloseable {

    /** One session for each kind of user, for the whole run: signing in is slow on purpose. */
    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    private final Portal portal;
    private final BrowserContext context;
    private final Page page;
    private final Look look;

    private Visitor(Portal portal, Browser.NewContextOptions options) {
        this(portal, Chromium.browser().newContext(options.setLocale("sv-SE").setReducedMotion(ReducedMotion.REDUCE)));
    }

    private Visitor(Portal portal, BrowserContext context) {
        this.portal = portal;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        this.look = new Look(page);
    }

    public static Visitor atDesk() {
        return new Visitor(Portal.running(), new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** At the width and sharpness of a picture in a document. */
    public static Visitor forAPicture() {
        return new Visitor(
                Portal.running(),
                new Browser.NewContextOptions().setViewportSize(1120, 980).setDeviceScaleFactor(2));
    }

    public static Visitor onPhone() {
        return new Visitor(
                Portal.running(),
                new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true));
    }

    public static Visitor withoutScript() {
        return new Visitor(
                Portal.running(),
                new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    /** The same person, signed in already, beside; closed with the first. */
    public Visitor inAnotherTab() {
        return new Visitor(portal, context);
    }

    /** With a demo account, named as the launcher prints it; who has signed in before still is. */
    public Visitor signedInAs(String who) {
        List<Cookie> cookies = SIGNED_IN.get(who);
        if (cookies != null) {
            context.addCookies(cookies);
            opens("/desk/start.xhtml");
            if (page.url().contains("/desk/start.xhtml")) {
                return this;
            }
        }
        signedIn(portal.account(who));
        SIGNED_IN.put(who, context.cookies());
        return this;
    }

    /** In a session of their own. */
    public Visitor signedIn(Portal.Account account) {
        triesToSignIn(account.username(), account.password());
        isAt("Start");
        return this;
    }

    public void triesToSignIn(String username, String password) {
        opens("/access/sign-in.xhtml");
        signsInHere(username, password);
    }

    /** On the page that asks to sign in, wherever it leads. */
    public void signsInHere(String username, String password) {
        fills("Användarnamn", username);
        fills("Lösenord", password);
        presses("Logga in");
    }

    /** Follows the invitation to the page where a password is chosen, and chooses it. */
    public Visitor invitedBy(Mailbox.Letter invitation, String password) {
        opens(invitation.link());
        isAt("Välkommen! Välj ditt lösenord");
        fills("Nytt lösenord", password);
        presses("Spara och logga in");
        isAt("Start");
        return this;
    }

    public Page opens(String path) {
        page.navigate(path.startsWith("http") ? path : portal.url(path));
        return page;
    }

    /** What the portal answers to a request beside the page, with the same cookies. */
    public APIResponse asks(String path, Map<String, String> headers) {
        RequestOptions options = RequestOptions.create().setMaxRetries(2);
        headers.forEach(options::setHeader);
        return context.request().get(portal.url(path), options);
    }

    /** An empty form sent as a program would. */
    public APIResponse posts(String path, Map<String, String> headers) {
        RequestOptions options = RequestOptions.create().setMaxRedirects(0);
        headers.forEach(options::setHeader);
        return context.request().post(portal.url(path), options);
    }

    /** Asks beside the page, with the same cookies. */
    public Program program() {
        return new Program(context.cookies());
    }

    public Page page() {
        return page;
    }

    public Locator main() {
        return page.locator("main");
    }

    public Locator button(String name) {
        return main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    public void presses(String button) {
        button(button).click();
    }

    /** The first link of the page's content whose words begin or go on so. */
    public void follows(String link) {
        link(link).first().click();
    }

    /** A link of the page's head: help, language, the own account. */
    public void followsOnTop(String link) {
        page.locator("header")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .click();
    }

    /** What the page's head calls whoever is signed in. */
    public String name() {
        return page.locator("header a[href*='/person/person.xhtml']")
                .innerText()
                .strip();
    }

    /** By the navigation, on the left or folded on top. */
    public void goesTo(String place) {
        Locator fold = page.locator("nav.fold summary");
        if (fold.isVisible()) {
            fold.click();
        }
        Locator link = page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(place).setExact(true));
        link.click();
        PlaywrightAssertions.assertThat(page.locator("nav a[aria-current=page]").first())
                .hasText(place);
    }

    /** A part of a form, by its legend. */
    public Part in(String legend) {
        return new Part(main().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(legend)));
    }

    /** Fields that belong together. */
    public record Part(Locator fields) {

        public void fills(String label, String value) {
            fields.getByLabel(label).fill(value);
        }
    }

    public void fills(String label, String value) {
        main().getByLabel(label).fill(value);
    }

    public void ticks(String label) {
        main().getByLabel(label).check();
    }

    /** The box whose label says all of that: a name and a unit, where there are namesakes. */
    public void ticks(String label, String andAlso) {
        main().locator("label", new Locator.LocatorOptions().setHasText(label))
                .filter(new Locator.FilterOptions().setHasText(andAlso))
                .click();
    }

    public void chooses(String label, String option) {
        main().getByLabel(label).selectOption(new SelectOption().setLabel(option));
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Looks for something in a list's filter. */
    public void seeks(String field, String text) {
        Locator fold = main().locator(".filter details:not([open]) summary");
        if (fold.isVisible()) {
            fold.click();
        }
        fills(field, text);
        presses("Visa");
    }

    /** Presses the button of one row. */
    public void choosesIn(String list, String link, String row) {
        main().locator(list + " > li", new Locator.LocatorOptions().setHasText(row))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    /** What the page says of a thing: "Chef: …". */
    public String fact(String label) {
        return main().locator("dt:text-is('" + label + "') + dd").innerText();
    }

    /** The label of where an appointment stands. */
    public Locator standing() {
        return main().locator(".standing").first();
    }

    /** What would be on the paper. */
    public String prints() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String paper = page.locator("body").innerText();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return paper;
    }

    /** Waits until the page with that heading is there. */
    public void isAt(String heading) {
        PlaywrightAssertions.assertThat(heading()).hasText(heading);
    }

    public void sees(String text) {
        PlaywrightAssertions.assertThat(main()).containsText(text);
    }

    public void doesNotSee(String text) {
        PlaywrightAssertions.assertThat(main()).not().containsText(text);
    }

    /** What was just done went well, in these words. */
    public void isTold(String text) {
        PlaywrightAssertions.assertThat(main().locator("> .note.good[role=status]"))
                .containsText(text);
    }

    /** What was just tried was refused, in these words, on top of the page. */
    public void isRefused(String text) {
        PlaywrightAssertions.assertThat(main().getByRole(AriaRole.ALERT)).containsText(text);
    }

    /** The parameter of the page's address. */
    public String parameter(String name) {
        return Portal.parameter(page.url(), name);
    }

    /** Where the navigation leads. */
    @SuppressWarnings("unchecked")
    public List<String> navigation() {
        return (List<String>)
                page.locator("nav.side a").evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    /** Those of the content's links that lead to such an address. */
    public List<String> links(String to) {
        return links().stream().filter(link -> link.contains(to)).toList();
    }

    /** Where the links of the page's content lead. */
    @SuppressWarnings("unchecked")
    public List<String> links() {
        return (List<String>)
                page.locator("main a[href]").evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    /** At a desk in light, and at 320 pixels in the dark. */
    public void findsThePageAccessibleInEveryWidth() {
        look.findsAccessible();
        look.onNarrowDark(look::findsAccessible);
    }

    /** It does not scroll sideways at 320 pixels, and the browser had nothing to complain of. */
    public void findsThePageFitsAPhone() {
        look.onNarrowDark(look::findsNothingBesideTheWindow);
    }

    /** WCAG 2.2 A and AA by axe, no sideways scrolling, and nothing that the browser complained of. */
    public void findsThePageAccessible() {
        look.findsAccessible();
    }

    public void takesPicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
