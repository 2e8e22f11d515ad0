package se.metodporten.common.picture;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The line around rectangles that touch or overlap: only where on one side of it there is something and on the other not. */
final class Outline {

    /** A rectangle by its sides. */
    record Box(double left, double top, double right, double bottom) {

        boolean holds(double x, double y) {
            return x > left && x < right && y > top && y < bottom;
        }
    }

    private Outline() {}

    /** As the {@code d} of a path, a stroke for each side of each stretch. */
    static String of(List<Box> boxes) {
        List<Double> xs = coordinates(boxes.stream()
                .flatMap(box -> List.of(box.left, box.right).stream())
                .toList());
        List<Double> ys = coordinates(boxes.stream()
                .flatMap(box -> List.of(box.top, box.bottom).stream())
                .toList());
        StringBuilder path = new StringBuilder();
        for (int column = 0; column < xs.size(); column++) {
            for (int row = 0; row < ys.size(); row++) {
                boolean here = inside(boxes, xs, ys, column, row);
                if (here != inside(boxes, xs, ys, column - 1, row)) {
                    append(path, xs.get(column), ys.get(row), 'V', ys.get(row + 1));
                }
                if (here != inside(boxes, xs, ys, column, row - 1)) {
                    append(path, xs.get(column), ys.get(row), 'H', xs.get(column + 1));
                }
            }
        }
        return path.toString();
    }

    private static List<Double> coordinates(List<Double> all) {
        return List.copyOf(new TreeSet<>(all)).stream().sorted().toList();
    }

    /** Whether the field right of and below that pair of coordinates is inside some box. */
    private static boolean inside(List<Box> boxes, List<Double> xs, List<Double> ys, int column, int row) {
        if (column < 0 || row < 0 || column + 1 >= xs.size() || row + 1 >= ys.size()) {
            return false;
        }
        double x = (xs.get(column) + xs.get(column + 1)) / 2;
        double y = (ys.get(row) + ys.get(row + 1)) / 2;
        return boxes.stream().anyMatch(box -> box.holds(x, y));
    }

    private static void append(StringBuilder path, double x, double y, char direction, double to) {
        path.append(String.format(Locale.ROOT, "M%.1f %.1f%c%.1f", x, y, direction, to));
    }
}
