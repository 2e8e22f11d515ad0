package se.metodporten.courses;

import com.deque.html.axecore.playwright.AxeBuilder;
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
 * Looks at what shows now for faults a person with other needs would meet: axe's rules for WCAG 2.2 AA, anything to scroll
 * sideways for, anything too small to hit. With {@code -Dscreenshots=true} it also takes a picture, for a person to look at.
 */
final class Inspection {

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

    private final Learner learner;
    private final List<String> rules;
    private final String setting;
    private final int width;
    private final List<String> faults = new ArrayList<>();

    Inspection(Learner learner, ColorScheme theme, int width) {
        this.learner = learner;
        // A theme changes colours and nothing else.
        this.rules = theme == ColorScheme.DARK ? List.of("color-contrast") : WCAG;
        this.width = width;
        this.setting = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        learner.page().evaluate(axe());
    }

    void of(String name) {
        for (Object fault : (List<?>) learner.page().evaluate(LOOK, List.of(width, rules))) {
            faults.add(name + ": " + fault);
        }
        if (Boolean.getBoolean("screenshots")) {
            learner.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", setting, name + ".png")));
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
