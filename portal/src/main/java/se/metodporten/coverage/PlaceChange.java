package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of a place's coverage if something is done.
 *
 * @param spans one for each stretch of days on which it stands alike before and after, in their order
 */
public record PlaceChange(long placeId, String name, String role, List<Span> spans) {

    /** @param through the last day looked at, when nothing is known to change later */
    public record Span(LocalDate from, LocalDate through, CoverageState before, CoverageState after) {

        public boolean differs() {
            return before != after;
        }
    }

    public PlaceChange {
        spans = List.copyOf(spans);
    }

    public List<Span> differing() {
        return spans.stream().filter(Span::differs).toList();
    }
}
