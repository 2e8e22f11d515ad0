package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one requirement (or the breaks) has to say on each day, from before all facts to the end of days: a reason, or
 * null when it holds with nothing to say, or asks nothing.
 */
final class Track {

    private record Stretch(LocalDate from, @Nullable Reason reason) {}

    private final List<Stretch> stretches = new ArrayList<>();

    Track(@Nullable Reason atFirst) {
        stretches.add(new Stretch(Days.FIRST, atFirst));
    }

    /** Says this from the day on, until told otherwise; what was said about that day and later ones is dropped. */
    Track from(LocalDate day, @Nullable Reason reason) {
        if (day.isAfter(Days.LAST)) {
            return this;
        }
        while (!stretches.isEmpty() && !last().from.isBefore(day)) {
            stretches.remove(stretches.size() - 1);
        }
        stretches.add(new Stretch(day, reason));
        return this;
    }

    /** Valid from the one day through the other, with nothing to say about an end that is not known; then expired. */
    Track holdsUntil(LocalDate from, LocalDate lastDay, String requirement, Remedy remedy) {
        LocalDate gone = lastDay.plusDays(1);
        return from(from, lastDay.equals(Days.LAST) ? null : Reason.validUntil(requirement, lastDay))
                .from(gone, Reason.expiredSince(requirement, gone, remedy));
    }

    /** The same, with a window of some months at its end in which it is to be renewed. */
    Track holdsUntil(LocalDate from, LocalDate lastDay, int windowMonths, String requirement, Remedy remedy) {
        holdsUntil(from, lastDay, requirement, remedy);
        if (lastDay.equals(Days.LAST)) {
            return this;
        }
        LocalDate gone = lastDay.plusDays(1);
        return from(Days.later(from, lastDay.minusMonths(windowMonths)), Reason.dueBy(requirement, lastDay, remedy))
                .from(gone, Reason.expiredSince(requirement, gone, remedy));
    }

    /** What this says on the days of the spans, which are in order and apart; nothing on the others. */
    Track within(List<Span> spans) {
        Track within = new Track(null);
        Cursor cursor = cursor();
        for (Span span : spans) {
            within.from(span.from(), cursor.moveTo(span.from()));
            LocalDate change = cursor.next();
            while (change != null && !change.isAfter(span.through())) {
                within.from(change, cursor.moveTo(change));
                change = cursor.next();
            }
            if (!span.through().equals(Days.LAST)) {
                within.from(span.through().plusDays(1), null);
            }
        }
        return within;
    }

    /** The days on which something else is said than before. */
    List<LocalDate> changes() {
        return stretches.stream().skip(1).map(Stretch::from).toList();
    }

    private Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** Reads the track forward in time. */
    final class Cursor {
        private int at;
        private @Nullable Reason reason = stretches.get(0).reason;
        private @Nullable LocalDate next = stretches.size() > 1 ? stretches.get(1).from : null;

        /** Moves to the day, which is never before the last one asked for. */
        @Nullable
        Reason moveTo(LocalDate day) {
            while (next != null && !next.isAfter(day)) {
                at++;
                reason = stretches.get(at).reason;
                next = at + 1 < stretches.size() ? stretches.get(at + 1).from : null;
            }
            return reason;
        }

        /** The day from which something else is said; null when that is the last of it. */
        @Nullable
        LocalDate next() {
            return next;
        }
    }
}
