package se.metodporten.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What every page owes to everybody, in every width and light: accessible, inside the window, nothing to complain of. */
final class Look {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Look(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    void onNarrowDark(Runnable look) {
        var wide = page.viewportSize();
        page.setViewportSize(320, 640);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        try {
            look.run();
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(wide.width, wide.height);
        }
    }

    void findsAccessible() {
        var found = new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .as("axe on %s", page.url())
                .isEmpty();
        findsNothingBesideTheWindow();
    }

    void findsNothingBesideTheWindow() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s does not scroll sideways at this width", page.url())
                .isEqualTo(true);
        assertThat(complaints).as("the browser's complaints on %s", page.url()).isEmpty();
    }
}
