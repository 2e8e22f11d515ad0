package se.metodporten.coverage.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a place stays covered if nothing happens. */
public final class CoverEnd {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private CoverEnd() {}

    /** Somebody serves the place and is certified. @param through the last day, inclusive */
    public record Cover(long person, LocalDate from, LocalDate through) {}

    /**
     * The first day from a date on at which fewer than {@code need} different persons cover the place; empty when that
     * never comes.
     */
    public static Optional<LocalDate> firstDayWithout(int need, List<Cover> covers, LocalDate from) {
        return Stream.concat(
                        Stream.of(from),
                        covers.stream()
                                .map(Cover::through)
                                .filter(last -> last.isBefore(NEVER) && !last.isBefore(from))
                                .map(last -> last.plusDays(1)))
                .sorted()
                .filter(day -> personsOn(day, covers) < need)
                .findFirst();
    }

    private static long personsOn(LocalDate day, List<Cover> covers) {
        return covers.stream()
                .filter(cover -> !day.isBefore(cover.from) && !day.isAfter(cover.through))
                .map(Cover::person)
                .distinct()
                .count();
    }
}
