package se.metodporten.common.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's appointment over the years: one bar of standings, marks for what was done, today, the next due day written
 * out.
 *
 * @param marks in the order of their days
 * @param dueDay the next due day; none when nothing runs out
 */
public record Timeline(
        String title,
        String description,
        List<Period> periods,
        List<Mark> marks,
        LocalDate today,
        String todayWord,
        @Nullable LocalDate dueDay,
        String dueWords,
        Words words)
        implements Picture {

    /** A standing from a day through a day, both inclusive; {@code span} is the same in words. */
    public record Period(LocalDate from, LocalDate through, String label, String span, Tone tone) {}

    /** Something that happened on a day. */
    public record Mark(LocalDate day, String label, Shape shape) {}

    public enum Shape {
        TRAINING,
        COURSE,
        SIGNATURE,
        PAUSE,
        OTHER
    }

    /** @param shapes what each kind of mark stands for */
    public record Words(String when, String what, Map<Shape, String> shapes) {}

    private static final double WIDTH = 720;
    private static final double LEFT = 12;
    private static final double RIGHT = 12;
    private static final double LEVEL = 20;
    private static final double MARK = 6;
    private static final double BAR = 32;
    private static final double SIZE = 13;

    @Override
    public String svg() {
        return new Drawing().svg();
    }

    /** The days that are drawn, and where each lies. */
    private record Scale(LocalDate start, LocalDate end) {

        double x(LocalDate day) {
            LocalDate seen = day.isAfter(end) ? end : day.isBefore(start) ? start : day;
            return LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(start, seen) / days();
        }

        long days() {
            return ChronoUnit.DAYS.between(start, end);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    private final class Drawing {

        private final Scale scale = scale();
        private final List<Integer> levels = levels();
        private final double top = 28
                + LEVEL * (1 + levels.stream().mapToInt(Integer::intValue).max().orElse(-1));
        private final double bottom = top + BAR;
        private final Svg svg = new Svg(Timeline.this, "img", WIDTH, bottom + (dueDay == null ? 24 : 50));

        String svg() {
            periods.forEach(this::drawPeriod);
            drawYears();
            for (int i = 0; i < marks.size(); i++) {
                drawMark(marks.get(i), top - 12 - LEVEL * levels.get(i));
            }
            drawToday();
            if (dueDay != null && scale.holds(dueDay)) {
                drawDue(dueDay);
            }
            return svg.end();
        }

        private void drawPeriod(Period period) {
            double from = scale.x(period.from());
            double until =
                    endless(period) ? WIDTH - RIGHT : scale.x(period.through().plusDays(1));
            double width = Math.max(1.5, until - from);
            svg.open("g").title(period.label() + ", " + period.span());
            svg.rect(from, top, width, BAR, 0, period.tone().css() + " period");
            if (Svg.widthOf(period.label(), SIZE) + 12 <= width) {
                svg.text(from + 6, top + BAR / 2 + SIZE * 0.36, SIZE, "start", "", period.label());
            }
            svg.close();
        }

        /** Where years would stand too close, only every second, third, … is written. */
        private void drawYears() {
            svg.line(LEFT, bottom, WIDTH - RIGHT, bottom, "axis");
            double year = (WIDTH - LEFT - RIGHT) * 365.25 / scale.days();
            int step = Math.max(1, (int) Math.ceil(44 / year));
            LocalDate first = scale.start().withDayOfYear(1).plusYears(1);
            for (; !first.isAfter(scale.end()); first = first.plusYears(1)) {
                double x = scale.x(first);
                svg.line(x, bottom, x, bottom + 6, "axis");
                if (first.getYear() % step == 0 && x < WIDTH - 40) {
                    svg.text(x + 4, bottom + 18, 12.0, "start", "soft", Integer.toString(first.getYear()));
                }
            }
        }

        private void drawMark(Mark mark, double y) {
            double x = scale.x(mark.day());
            svg.open("g").title(mark.label() + ", " + mark.day());
            svg.line(x, y, x, top, "axis");
            drawShape(svg, mark.shape(), x, y);
            svg.close();
        }

        private void drawToday() {
            double x = scale.x(today);
            boolean atTheEnd = x > WIDTH - 80;
            svg.line(x, 4, x, bottom + 8, "today");
            svg.text(atTheEnd ? x - 4 : x + 4, 14, 12.0, atTheEnd ? "end" : "start", "strong", todayWord);
        }

        private void drawDue(LocalDate due) {
            double x = scale.x(due.plusDays(1));
            double half = Svg.widthOf(dueWords, SIZE) / 2;
            double middle = Math.min(Math.max(x, LEFT + half), WIDTH - RIGHT - half);
            svg.line(x, bottom, x, bottom + 26, "due-line");
            svg.polygon("due-mark", x, bottom + 20, x + 6, bottom + 29, x - 6, bottom + 29);
            svg.text(middle, bottom + 44, SIZE, "middle", "strong", dueWords);
        }

        /** Marks that would cover each other stand above one another. */
        private List<Integer> levels() {
            List<Double> last = new ArrayList<>();
            List<Integer> found = new ArrayList<>();
            for (Mark mark : marks) {
                double x = scale.x(mark.day());
                int level = 0;
                while (level < last.size() && Math.abs(x - last.get(level)) < 2 * MARK + 4) {
                    level++;
                }
                if (level == last.size()) {
                    last.add(x);
                } else {
                    last.set(level, x);
                }
                found.add(level);
            }
            return found;
        }
    }

    private static void drawShape(Svg svg, Shape shape, double x, double y) {
        switch (shape) {
            case TRAINING -> svg.rect(x - MARK, y - MARK, 2 * MARK, 2 * MARK, 1, "mark");
            case COURSE -> svg.shape("circle", "cx", x, "cy", y, "r", MARK, "class", "mark");
            case SIGNATURE -> svg.polygon("mark", x, y - 7, x + 7, y, x, y + 7, x - 7, y);
            case PAUSE ->
                svg.rect(x - 5, y - MARK, 4, 2 * MARK, 1, "mark").rect(x + 1, y - MARK, 4, 2 * MARK, 1, "mark");
            case OTHER -> svg.shape("circle", "cx", x, "cy", y, "r", MARK - 1, "class", "mark hollow");
        }
    }

    @Override
    public List<Key> legend() {
        Map<Tone, String> tones = new LinkedHashMap<>();
        periods.forEach(period -> tones.putIfAbsent(period.tone(), period.label()));
        List<Key> keys = new ArrayList<>();
        tones.forEach((tone, label) -> keys.add(Key.of(tone, label)));
        marks.stream().map(Mark::shape).distinct().sorted().forEach(shape -> {
            Svg symbol = Svg.symbol();
            drawShape(symbol, shape, 8, 8);
            keys.add(new Key(symbol.end(), words.shapes().getOrDefault(shape, shape.name())));
        });
        return keys;
    }

    /** From a month before the first day that matters to eight months after the last, so that the coming standing is seen. */
    private Scale scale() {
        List<LocalDate> days = new ArrayList<>(List.of(today));
        periods.forEach(period -> days.add(period.from()));
        periods.stream().filter(period -> !endless(period)).forEach(period -> days.add(period.through()));
        marks.forEach(mark -> days.add(mark.day()));
        return new Scale(
                Collections.min(days).minusMonths(1), Collections.max(days).plusMonths(8));
    }

    private static boolean endless(Period period) {
        return period.through().getYear() == 9999;
    }

    @Override
    public List<String> columns() {
        return List.of(words.when(), words.what());
    }

    /** Periods and marks together, by day. */
    @Override
    public List<List<String>> rows() {
        record Row(LocalDate day, List<String> cells) {}
        return Stream.concat(
                        periods.stream().map(p -> new Row(p.from(), List.of(p.span(), p.label()))),
                        marks.stream().map(m -> new Row(m.day(), List.of(m.day().toString(), m.label()))))
                .sorted(Comparator.comparing(Row::day))
                .map(Row::cells)
                .toList();
    }
}
