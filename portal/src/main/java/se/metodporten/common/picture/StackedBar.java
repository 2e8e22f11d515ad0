package se.metodporten.common.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a whole side by side, with their numbers in them: a district's certified, due, nominated, lapsed, vacant.
 * A part too small for its number is drawn wide enough for it.
 *
 * @param columnPart heading of the table's first column
 * @param columnCount heading of the second
 */
public record StackedBar(String title, String description, List<Part> parts, String columnPart, String columnCount)
        implements Picture {

    /** @param href the list behind the number */
    public record Part(
            String label, int count, Tone tone, @Nullable String href) {}

    private static final double WIDTH = 400;
    private static final double HEIGHT = 34;
    private static final double SIZE = 15;
    private static final double PAD = 6;

    @Override
    public String svg() {
        Svg svg = new Svg(this, "group", WIDTH, HEIGHT);
        double[] widths = widths();
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.count() == 0) {
                continue;
            }
            svg.openLink(part.href(), "part").title(part.label() + ": " + part.count());
            svg.rect(x + 1, 1, widths[i] - 2, HEIGHT - 2, 3, part.tone().css());
            svg.text(
                    x + widths[i] / 2,
                    HEIGHT / 2 + SIZE * 0.36,
                    SIZE,
                    "middle",
                    "strong",
                    Integer.toString(part.count()));
            svg.close();
            x += widths[i];
        }
        return svg.end();
    }

    /** In proportion, but none narrower than its number: what those need more is taken from the wider ones. */
    private double[] widths() {
        double[] widths = new double[parts.size()];
        boolean[] narrow = new boolean[parts.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            double free = WIDTH;
            long shared = 0;
            for (int i = 0; i < widths.length; i++) {
                free -= narrow[i] ? widths[i] : 0;
                shared += narrow[i] ? 0 : parts.get(i).count();
            }
            for (int i = 0; i < widths.length; i++) {
                if (!narrow[i]) {
                    widths[i] = shared == 0 ? 0 : free * parts.get(i).count() / shared;
                    double least = least(parts.get(i));
                    if (widths[i] < least) {
                        widths[i] = least;
                        narrow[i] = true;
                        changed = true;
                    }
                }
            }
        }
        return widths;
    }

    private static double least(Part part) {
        return part.count() == 0 ? 0 : Svg.widthOf(Integer.toString(part.count()), SIZE) + 2 * PAD;
    }

    @Override
    public List<Key> legend() {
        return parts.stream().map(part -> Key.of(part.tone(), part.label())).toList();
    }

    @Override
    public List<String> columns() {
        return List.of(columnPart, columnCount);
    }

    @Override
    public List<List<String>> rows() {
        return parts.stream()
                .map(part -> List.of(part.label(), Integer.toString(part.count())))
                .toList();
    }
}
