package se.metodporten.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as it is printed: lines, tables, and for each limit whether it was kept. */
final class Report {

    private final PrintStream out;
    private boolean kept = true;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String title) {
        out.printf(Locale.ROOT, "%n== %s%n", title);
    }

    void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }

    /** A figure with its limit. */
    void limit(boolean isKept, String format, Object... arguments) {
        kept &= isKept;
        line((isKept ? "kept    " : "MISSED  ") + format, arguments);
    }

    /** Rows of the same length, the first the head; numbers stand to the right. */
    void table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).length();
                if (i < widths.size()) {
                    widths.set(i, Math.max(widths.get(i), width));
                } else {
                    widths.add(width);
                }
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String padding = " ".repeat(widths.get(i) - cell.length());
                line.append(cell.matches("[-+]?[\\d.]+") ? padding + cell : cell + padding)
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    boolean allKept() {
        return kept;
    }
}
