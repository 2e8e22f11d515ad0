package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Occasions of a kind, so many in so many months. Each counts from its day through the day that many months later, moved
 * by extensions (rule 7) and then by breaks (rule 6); the requirement holds while enough of them count. So it runs out
 * with the oldest of those that are needed, after a window as any other due day (rule 2), and comes back with the next
 * occasion that makes enough of them: there is no grace to be late in.
 */
final class RecurringTrack {

    /**
     * @param due so many months after its day; the window is counted from here
     * @param through the last day on which it counts; the end of days while a break has no known end
     */
    private record Occasion(LocalDate day, LocalDate due, LocalDate extended, LocalDate through) {

        boolean countsOn(LocalDate asked) {
            return !day.isAfter(asked) && !through.isBefore(asked);
        }

        /** While there is no known last day, the due day itself is what can be told. */
        LocalDate told() {
            return through.equals(Days.LAST) ? extended : through;
        }
    }

    private final Requirement.Recurring recurring;
    private final int windowMonths;

    RecurringTrack(Requirement.Recurring recurring, int windowMonths) {
        this.recurring = recurring;
        this.windowMonths = windowMonths;
    }

    Track track(Dossier dossier) {
        List<Occasion> occasions = occasions(dossier);
        Track track = new Track(missing(0));
        boolean ever = false;
        LocalDate goneSince = null;
        for (LocalDate day : changes(occasions)) {
            List<Occasion> counting =
                    occasions.stream().filter(one -> one.countsOn(day)).toList();
            if (counting.size() >= recurring.occasions()) {
                ever = true;
                goneSince = null;
                track.from(day, holding(day, counting.get(counting.size() - recurring.occasions())));
            } else if (ever) {
                goneSince = goneSince == null ? day : goneSince;
                track.from(day, gone(goneSince, counting.size()));
            } else {
                track.from(day, missing(counting.size()));
            }
        }
        return track;
    }

    /** @param oldest of the occasions that are needed */
    private @Nullable Reason holding(LocalDate day, Occasion oldest) {
        return day.isBefore(windowOpens(oldest))
                ? Reason.validUntil(recurring.code(), oldest.told())
                : Reason.dueBy(recurring.code(), oldest.told(), Remedy.ATTEND_OCCASIONS);
    }

    private Reason missing(int counting) {
        return Reason.missing(recurring.code(), Remedy.ATTEND_OCCASIONS, left(counting));
    }

    private Reason gone(LocalDate since, int counting) {
        return Reason.expiredSince(recurring.code(), since, Remedy.ATTEND_OCCASIONS, left(counting));
    }

    private List<Integer> left(int counting) {
        return IntStream.rangeClosed(counting + 1, recurring.occasions())
                .boxed()
                .toList();
    }

    private NavigableSet<LocalDate> changes(List<Occasion> occasions) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Occasion occasion : occasions) {
            days.add(occasion.day);
            days.add(Days.later(occasion.day, windowOpens(occasion)));
            if (!occasion.through.equals(Days.LAST)) {
                days.add(occasion.through.plusDays(1));
            }
        }
        return days;
    }

    private LocalDate windowOpens(Occasion of) {
        return of.due.minusMonths(windowMonths);
    }

    /** Several on one day are one. */
    private List<Occasion> occasions(Dossier dossier) {
        Extensions extensions = Extensions.of(recurring.code(), dossier);
        List<Occasion> occasions = new ArrayList<>();
        for (Attendance.Mark mark :
                Attendance.of(List.of(recurring.kind()), dossier.evidenceFor(recurring.code()), dossier)) {
            if (mark.whole()) {
                LocalDate due = Days.plusMonths(mark.day(), recurring.months());
                LocalDate extended = extensions.move(due);
                occasions.add(new Occasion(
                        mark.day(), due, extended, dossier.breaks().postpone(extended, recurring.afterPauseMonths())));
            }
        }
        return occasions;
    }
}
