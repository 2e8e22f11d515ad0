package se.metodporten.common.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What falls due in each coming quarter, with and without a seat, and below it the seats that are planned. */
public record QuarterBars(String title, String description, List<Quarter> quarters, Words words) implements Picture {

    /** @param href the list behind what is due */
    public record Quarter(
            String label,
            int due,
            int seated,
            int seats,
            @Nullable String href) {

        int without() {
            return due - seated;
        }
    }

    public record Words(String quarter, String due, String seated, String without, String seats) {}

    private static final double WIDTH = 720;
    private static final double LEFT = 150;
    private static final double BAR = 22;
    private static final double ROW = 62;
    private static final double SIZE = 14;
    private static final double FIGURE = 40;

    @Override
    public String svg() {
        Svg svg = new Svg(this, "group", WIDTH, quarters.size() * ROW);
        double y = 0;
        for (Quarter quarter : quarters) {
            svg.text(0, y + 20, SIZE, "start", "strong", quarter.label());
            svg.openLink(quarter.href(), "part").title(words.due() + ": " + quarter.due());
            double x = bar(svg, LEFT, y + 4, quarter.seated(), Tone.GOOD);
            x = bar(svg, x, y + 4, quarter.without(), Tone.DUE);
            svg.text(x + 6, y + 20, SIZE, "start", "strong", Integer.toString(quarter.due()));
            svg.close();
            svg.open("g").title(words.seats() + ": " + quarter.seats());
            x = bar(svg, LEFT, y + 4 + BAR + 2, quarter.seats(), Tone.OPEN);
            svg.text(x + 6, y + 20 + BAR + 2, SIZE, "start", "soft", Integer.toString(quarter.seats()));
            svg.close();
            y += ROW;
        }
        return svg.end();
    }

    /** @return where it ends */
    private double bar(Svg svg, double x, double y, int count, Tone tone) {
        double width = (WIDTH - LEFT - FIGURE) * count / most();
        if (count > 0) {
            svg.rect(x, y, width, BAR, 2, tone.css());
        }
        return x + width;
    }

    private int most() {
        return Math.max(
                1,
                quarters.stream()
                        .mapToInt(quarter -> Math.max(quarter.due(), quarter.seats()))
                        .max()
                        .orElse(1));
    }

    @Override
    public List<Key> legend() {
        return List.of(
                Key.of(Tone.GOOD, words.seated()), Key.of(Tone.DUE, words.without()), Key.of(Tone.OPEN, words.seats()));
    }

    @Override
    public List<String> columns() {
        return List.of(words.quarter(), words.due(), words.seated(), words.without(), words.seats());
    }

    @Override
    public List<List<String>> rows() {
        return quarters.stream()
                .map(quarter -> List.of(
                        quarter.label(),
                        Integer.toString(quarter.due()),
                        Integer.toString(quarter.seated()),
                        Integer.toString(quarter.without()),
                        Integer.toString(quarter.seats())))
                .toList();
    }
}
