package se.metodporten.common.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage ahead: a share that holds until it changes, drawn as steps over the coming months, with a second line for
 * what planned trainings would make of it. Each change is a link to the list of that day.
 *
 * @param months the twelve months, short, January first
 * @param planned may be empty
 */
public record StepLine(
        String title,
        String description,
        LocalDate from,
        LocalDate through,
        LocalDate today,
        String todayWord,
        List<String> months,
        Line line,
        Line planned,
        String columnDay)
        implements Picture {

    /** @param steps by day; the first is on or before the picture's first day */
    public record Line(String label, List<Step> steps) {}

    /**
     * From this day on the share is so.
     *
     * @param percent 0 to 100
     * @param words the same in words: {@code 182 av 240}
     */
    public record Step(
            LocalDate day,
            double percent,
            String words,
            @Nullable String href) {}

    private static final double WIDTH = 720;
    private static final double HEIGHT = 250;
    private static final double LEFT = 46;
    private static final double RIGHT = 16;
    private static final double TOP = 46;
    private static final double BOTTOM = HEIGHT - 30;
    private static final double SIZE = 12;
    private static final int GRID = 25;

    @Override
    public String svg() {
        Svg svg = new Svg(this, "group", WIDTH, HEIGHT);
        drawLegend(svg);
        drawGrid(svg);
        double x = x(today);
        svg.line(x, TOP - 10, x, BOTTOM, "today");
        svg.text(x + 4, TOP - 3, SIZE, "start", "strong", todayWord);
        if (!planned.steps().isEmpty()) {
            drawLine(svg, planned, "line planned", false);
        }
        drawLine(svg, line, "line", true);
        return svg.end();
    }

    private void drawLegend(Svg svg) {
        svg.line(LEFT, 12, LEFT + 26, 12, "line").text(LEFT + 32, 16, SIZE + 1, "start", "", line.label());
        if (!planned.steps().isEmpty()) {
            double x = LEFT + 56 + Svg.widthOf(line.label(), SIZE + 1);
            svg.line(x, 12, x + 26, 12, "line planned").text(x + 32, 16, SIZE + 1, "start", "", planned.label());
        }
    }

    private void drawGrid(Svg svg) {
        for (int percent = 0; percent <= 100; percent += GRID) {
            svg.line(LEFT, y(percent), WIDTH - RIGHT, y(percent), percent == 0 ? "axis" : "grid");
            svg.text(LEFT - 6, y(percent) + 4, SIZE, "end", "soft", percent + " %");
        }
        LocalDate first = from.withDayOfMonth(1).plusMonths(1);
        for (; !first.isAfter(through); first = first.plusMonths(1)) {
            svg.line(x(first), BOTTOM, x(first), BOTTOM + 5, "axis");
            if (x(first) < WIDTH - RIGHT - 24) {
                svg.text(x(first) + 3, BOTTOM + 18, SIZE, "start", "soft", months.get(first.getMonthValue() - 1));
            }
        }
    }

    /** @param figures whether the share is written at each change where there is room */
    private void drawLine(Svg svg, Line drawn, String css, boolean figures) {
        List<Step> steps = drawn.steps();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            path.append(i == 0 ? "M" : " H").append(Math.round(x(step.day())));
            path.append(i == 0 ? " " : " V").append(Math.round(y(step.percent())));
        }
        if (!steps.isEmpty()) {
            path.append(" H").append(Math.round(WIDTH - RIGHT));
        }
        svg.shape("path", "d", path.toString(), "class", css);
        double free = LEFT;
        for (Step step : steps) {
            double x = x(step.day());
            String figure = Math.round(step.percent()) + " %";
            svg.openLink(step.href(), "step").title(drawn.label() + ", " + step.day() + ": " + step.words());
            svg.shape("circle", "cx", x, "cy", y(step.percent()), "r", 12.0, "class", "reach");
            svg.shape("circle", "cx", x, "cy", y(step.percent()), "r", 4.5, "class", "dot");
            if (figures && x >= free && x < WIDTH - RIGHT - Svg.widthOf(figure, SIZE)) {
                double below = y(step.percent()) + 22;
                svg.text(x, below > BOTTOM ? below - 32 : below, SIZE, "start", "strong", figure);
                free = x + Svg.widthOf(figure, SIZE) + 10;
            }
            svg.close();
        }
    }

    private double x(LocalDate day) {
        LocalDate seen = day.isBefore(from) ? from : day.isAfter(through) ? through : day;
        return LEFT
                + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(from, seen) / ChronoUnit.DAYS.between(from, through);
    }

    private static double y(double percent) {
        return BOTTOM - (BOTTOM - TOP - 8) * percent / 100;
    }

    @Override
    public List<String> columns() {
        return planned.steps().isEmpty()
                ? List.of(columnDay, line.label())
                : List.of(columnDay, line.label(), planned.label());
    }

    /** A row for each day on which one of the lines changes. */
    @Override
    public List<List<String>> rows() {
        List<LocalDate> days = java.util.stream.Stream.concat(line.steps().stream(), planned.steps().stream())
                .map(Step::day)
                .distinct()
                .sorted()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day : days) {
            List<String> row = new ArrayList<>(List.of(day.toString(), wordsOn(day, line)));
            if (!planned.steps().isEmpty()) {
                row.add(wordsOn(day, planned));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String wordsOn(LocalDate day, Line line) {
        String words = "";
        for (Step step : line.steps()) {
            words = step.day().isAfter(day) ? words : step.words();
        }
        return words;
    }
}
