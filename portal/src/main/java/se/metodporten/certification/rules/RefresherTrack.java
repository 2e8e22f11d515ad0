package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays what was attended against the due days, in the order of days (rules 1 to 7).
 *
 * <p>A period has a <em>due day</em>, from which its window and the next period are counted, and a <em>deadline</em>,
 * the last day on which it holds: the due day, moved by extensions (rule 7) and then by breaks (rule 6).
 */
final class RefresherTrack {

    /** What a day's attendance is good for. */
    private record Taken(boolean starts, boolean renews, boolean restores) {
        private static final Taken WHOLE = new Taken(true, true, true);
        private static final Taken REFRESHER = new Taken(false, true, false);
        private static final Taken RESTORER = new Taken(false, false, true);

        Taken and(Taken other) {
            return new Taken(starts || other.starts, renews || other.renews, restores || other.restores);
        }
    }

    private record Period(LocalDate due, LocalDate extended, LocalDate deadline) {}

    private final Requirement.Refresher refresher;
    private final RoleRules rules;
    private final Track track = new Track(null);
    private @Nullable Period period;

    RefresherTrack(Requirement.Refresher refresher, RoleRules rules) {
        this.refresher = refresher;
        this.rules = rules;
    }

    Track track(Dossier dossier) {
        Extensions extensions = Extensions.of(refresher.code(), dossier);
        for (Map.Entry<LocalDate, Taken> entry : taken(dossier).entrySet()) {
            LocalDate day = entry.getKey();
            LocalDate due = dueAfter(day, entry.getValue());
            if (due != null) {
                LocalDate extended = extensions.move(due);
                begin(
                        day,
                        new Period(due, extended, dossier.breaks().postpone(extended, refresher.afterPauseMonths())));
            }
        }
        return track;
    }

    /** The due day that follows from what was taken on a day; null when it counts for nothing. */
    private @Nullable LocalDate dueAfter(LocalDate day, Taken taken) {
        DueRule rule = refresher.due();
        Period old = period;
        if (old == null) {
            return taken.starts ? rule.after(day) : null;
        }
        if (day.isAfter(old.deadline)) {
            // Rule 5: within G months the refresher alone restores, later what the role names. Rule 3: from the day
            // taken, the gap stays.
            boolean inGrace = !day.isAfter(graceEnd(old));
            return taken.restores || (inGrace && taken.renews) ? rule.after(day) : null;
        }
        if (!taken.renews) {
            return null;
        }
        // Rule 7: also in the days that an extension adds, the next period counts from the original due day. In those
        // that a break adds it counts from the day taken: the original may lie years back.
        boolean inWindow = !day.isBefore(windowOpens(old)) && !day.isAfter(old.extended);
        LocalDate next = inWindow ? rule.renewed(old.due, day) : rule.after(day);
        // Rule 3 asks it before the window; month ends and a fixed day make it matter inside it too.
        return Days.later(next, old.due);
    }

    private void begin(LocalDate day, Period begun) {
        period = begun;
        String code = refresher.code();
        // While a break has no known end there is no deadline; the due day itself is then what can be told.
        LocalDate told = begun.deadline.equals(Days.LAST) ? begun.extended : begun.deadline;
        LocalDate lapsed = begun.deadline.plusDays(1);
        track.from(day, Reason.validUntil(code, told))
                .from(Days.later(day, windowOpens(begun)), Reason.dueBy(code, told, Remedy.ATTEND_REFRESHER))
                .from(lapsed, Reason.expiredSince(code, lapsed, Remedy.ATTEND_REFRESHER))
                .from(graceEnd(begun).plusDays(1), Reason.expiredSince(code, lapsed, refresher.remedyAfterGrace()));
    }

    /** Rule 2: the first day of the window, itself inside; an extension does not move it (rule 7). */
    private LocalDate windowOpens(Period of) {
        return of.due.minusMonths(rules.windowMonths());
    }

    /** Rule 5: the last day of the grace. G counts from the extended day, and from the end of R after a pause. */
    private LocalDate graceEnd(Period of) {
        return Days.plusMonths(of.deadline, refresher.graceMonths());
    }

    private Map<LocalDate, Taken> taken(Dossier dossier) {
        Map<LocalDate, Taken> taken = new TreeMap<>();
        List<LocalDate> evidence = dossier.evidenceFor(refresher.code());
        add(taken, Taken.WHOLE, dossier.attendance(rules.training(refresher.startedBy())));
        add(taken, Taken.REFRESHER, Attendance.of(refresher.takenBy(), evidence, dossier));
        for (TrainingInFull restoring : refresher.restoredBy()) {
            // Evidence is recognised for the refresher as such, so it restores only where the refresher does.
            boolean isRefresher = refresher.takenBy().contains(restoring);
            add(taken, Taken.RESTORER, Attendance.of(List.of(restoring), isRefresher ? evidence : List.of(), dossier));
        }
        return taken;
    }

    private static void add(Map<LocalDate, Taken> taken, Taken what, List<Attendance.Mark> marks) {
        for (Attendance.Mark mark : marks) {
            if (mark.whole()) {
                taken.merge(mark.day(), what, Taken::and);
            }
        }
    }
}
