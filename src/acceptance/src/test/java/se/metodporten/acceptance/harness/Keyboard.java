package se.metodporten.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.BooleanSupplier;

/** Somebody without a mouse: everything by Tab, arrows, Space and Enter, and what has the focus is seen to have it. */
public final class Keyboard {

    private static final int MOST_STEPS = 150;
    private static final DateTimeFormatter YEAR_FIRST = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MMddyyyy");

    private static final String HAS_FOCUS =
            "it => it.ownerDocument.hasFocus() && it === it.ownerDocument.activeElement";
    private static final String GROUP_HAS_FOCUS = """
            it => {
              const active = it.ownerDocument.activeElement;
              return it.ownerDocument.hasFocus() && active?.type === "radio" && active.name === it.name;
            }
            """;
    private static final String SHOWS_FOCUS = """
            it => {
              const style = getComputedStyle(it);
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
            }
            """;

    private final Visitor visitor;
    private final Page page;

    public Keyboard(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /** Past the navigation, by the first stop of every page. */
    public void skipsToTheContent() {
        Locator skip = page.locator("a.skip");
        goesTo(skip);
        presses("Enter");
        PlaywrightAssertions.assertThat(page.locator("main")).isFocused();
    }

    /** By the navigation on the left. */
    public void opens(String place) {
        Locator link = page.locator("nav.side")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(place).setExact(true));
        goesTo(link);
        presses("Enter");
        PlaywrightAssertions.assertThat(page.locator("nav.side a[aria-current=page]"))
                .hasText(place);
    }

    public void follows(Locator link) {
        goesTo(link);
        presses("Enter");
    }

    public void pushes(String button) {
        goesTo(visitor.button(button));
        presses("Enter");
    }

    /** A box, or one of several of which only one can be chosen. */
    public void chooses(Locator field) {
        if ("radio".equals(field.getAttribute("type"))) {
            steps("Tab", () -> holds(field, GROUP_HAS_FOCUS), field);
            if (!holds(field, HAS_FOCUS)) {
                steps("ArrowDown", () -> holds(field, HAS_FOCUS), field);
            }
            if (!field.isChecked()) {
                presses("Space");
            }
        } else {
            goesTo(field);
            presses("Space");
        }
        PlaywrightAssertions.assertThat(field).isChecked();
    }

    /** Takes a box that is ticked away. */
    public void leaves(Locator box) {
        goesTo(box);
        presses("Space");
        PlaywrightAssertions.assertThat(box).not().isChecked();
    }

    public void types(String label, String text) {
        Locator field = visitor.main().getByLabel(label);
        goesTo(field);
        page.keyboard().type(text);
    }

    /** Digits into the parts of a date: year first, or month first in a browser that speaks American English. */
    public void typesDay(String label, LocalDate day) {
        Locator field = visitor.main().getByLabel(label);
        goesTo(field);
        page.keyboard().type(YEAR_FIRST.format(day));
        if (!field.inputValue().equals(day.toString())) {
            presses("ArrowLeft");
            presses("ArrowLeft");
            page.keyboard().type(MONTH_FIRST.format(day));
        }
        PlaywrightAssertions.assertThat(field).hasValue(day.toString());
    }

    public void presses(String key) {
        page.keyboard().press(key);
    }

    private void goesTo(Locator target) {
        PlaywrightAssertions.assertThat(target).isVisible();
        steps("Tab", () -> holds(target, HAS_FOCUS), target);
        assertThat(holds(target, SHOWS_FOCUS))
                .as("one sees that %s has the focus", target)
                .isTrue();
    }

    private void steps(String key, BooleanSupplier there, Locator target) {
        for (int step = 0; step < MOST_STEPS; step++) {
            presses(key);
            if (there.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError(key + " does not come to " + target + " on " + page.url());
    }

    private static boolean holds(Locator target, String question) {
        return Boolean.TRUE.equals(target.evaluate(question));
    }
}
