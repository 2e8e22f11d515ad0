package se.metodporten.courses;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Looks at what shows now, wide, on a phone and dark, for faults a person with other needs would meet: axe's rules for
 * WCAG 2.2 AA, anything to scroll sideways for, anything too small to hit. With {@code -Dscreenshots=true} it also takes a
 * picture each time, for a person to look at.
 */
final class Inspection {

    private static final int WIDE = 1100;
    private static final int PHONE = 320;
    private static final int HEIGHT = 800;

    /** One script for each look, since every call to the browser costs more than the look itself. */
    private static final String LOOK = """
            async ([width, rules]) => {
              const found = await axe.run(document, {
                runOnly: rules,
                resultTypes: ['violations'],
              });
              const small = [...document.querySelectorAll('button, select, input, nav a')]
                .filter(each => each.checkVisibility())
                .filter(each => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24);
              return [
                ...found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`)),
                ...small.map(each => `too small: ${each.outerHTML}`),
                ...(document.documentElement.scrollWidth > width ? ['scrolls sideways'] : []),
              ];
            }""";

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** What a narrow window can change; words, names and order stay the same. */
    private static final List<String> LAYOUT = List.of("target-size", "scrollable-region-focusable");
    /** A theme changes colours and nothing else. */
    private static final List<String> COLOURS = List.of("color-contrast");

    private static final String AXE = axe();

    private final Learner learner;
    private final Path pictures;
    private final List<String> faults = new ArrayList<>();

    Inspection(Learner learner, String course) {
        this.learner = learner;
        this.pictures = Path.of("target", "screenshots", course);
    }

    /** What stands on the screen, in all three settings. */
    void of(String name) {
        look(name, ColorScheme.LIGHT, PHONE, LAYOUT);
        look(name, ColorScheme.DARK, WIDE, COLOURS);
        wide(name);
    }

    /** Only light and wide: for a state that differs little from one that is looked at in all settings. */
    void wide(String name) {
        look(name, ColorScheme.LIGHT, WIDE, WCAG);
    }

    private void look(String name, ColorScheme theme, int width, List<String> rules) {
        Page page = learner.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
        String setting = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        Frame course = learner.course();
        if (!(boolean) course.evaluate("() => 'axe' in window")) {
            course.evaluate(AXE);
        }
        for (Object fault : (List<?>) course.evaluate(LOOK, List.of(width, rules))) {
            faults.add(setting + ", " + name + ": " + fault);
        }
        if (Boolean.getBoolean("screenshots")) {
            int height = (int) course.evaluate("() => document.documentElement.scrollHeight");
            page.setViewportSize(width, Math.max(height, HEIGHT));
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(setting + "-" + name + ".png")));
            page.setViewportSize(width, HEIGHT);
        }
    }

    List<String> faults() {
        return faults;
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
