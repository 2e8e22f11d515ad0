package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from the first through the last, both inside. */
record Span(LocalDate from, LocalDate through) {

    static Span of(LocalDate from, @Nullable LocalDate through) {
        return new Span(from, through == null ? Days.LAST : through);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }

    /** The same days in as few spans as possible, in order: no two overlap or touch. */
    static List<Span> joined(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        List<Span> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparing(Span::from));
        List<Span> joined = new ArrayList<>(ordered.size());
        Span current = ordered.get(0);
        for (Span next : ordered.subList(1, ordered.size())) {
            if (next.from.isAfter(current.through.plusDays(1))) {
                joined.add(current);
                current = next;
            } else {
                current = new Span(current.from, Days.later(current.through, next.through));
            }
        }
        joined.add(current);
        return joined;
    }
}
