package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays the tracks of all requirements and the breaks side by side and says what they make together. Where a role's rules
 * change (rule 10), the requirements of the one stage give way to those of the next; having been certified is remembered.
 */
final class Weighing {

    private final Dossier dossier;
    private final List<Track.Cursor> breaks = new ArrayList<>();
    private final NavigableMap<LocalDate, List<Track.Cursor>> stages = new TreeMap<>();
    private final List<StandingPeriod> periods = new ArrayList<>();
    private boolean everCertified;

    Weighing(RoleHistory history, Dossier dossier) {
        this.dossier = dossier;
        for (Track track : dossier.breaks().tracks()) {
            breaks.add(track.cursor());
        }
        dossier.firstDay().ifPresent(appointed -> history.stagesFor(appointed).forEach(this::addStage));
    }

    private void addStage(LocalDate from, RoleRules rules) {
        List<Track.Cursor> cursors = new ArrayList<>(breaks);
        for (Requirement requirement : rules.requirements()) {
            Track track = requirement.track(dossier, rules);
            cursors.add(Exemptions.lift(track, requirement.code(), dossier, rules.windowMonths())
                    .cursor());
        }
        stages.put(from, cursors);
    }

    List<StandingPeriod> periods() {
        dossier.firstDay().ifPresent(first -> {
            LocalDate afterLast = dossier.lastDay().plusDays(1);
            LocalDate day = first;
            while (day.isBefore(afterLast)) {
                day = weighFrom(day, afterLast);
            }
            if (!dossier.lastDay().equals(Days.LAST)) {
                // An appointment called off before it began is ended from its first day.
                Reason ended = Reason.ofAppointment(Reason.Kind.ENDED, dossier.lastDay());
                add(new StandingPeriod(day, Days.LAST, Standing.ENDED, List.of(ended), null));
            }
        });
        return periods;
    }

    /** Adds the period from the day on, and tells the day after it. */
    private LocalDate weighFrom(LocalDate day, LocalDate limit) {
        List<Track.Cursor> cursors = stages.floorEntry(day).getValue();
        List<Reason> reasons = new ArrayList<>(cursors.size());
        LocalDate nextStage = stages.higherKey(day);
        LocalDate next = nextStage == null ? limit : Days.earlier(nextStage, limit);
        for (Track.Cursor cursor : cursors) {
            Reason reason = cursor.moveTo(day);
            if (reason != null) {
                insert(reasons, reason);
            }
            LocalDate change = cursor.next();
            if (change != null && change.isBefore(next)) {
                next = change;
            }
        }
        Standing standing = standing(reasons);
        everCertified |= standing.isCertified();
        add(new StandingPeriod(day, next.minusDays(1), standing, reasons, nearestDeadline(reasons)));
        return next;
    }

    /** Most urgent first; those equally urgent in the order of the requirements. */
    private static void insert(List<Reason> reasons, Reason reason) {
        int at = reasons.size();
        while (at > 0 && reasons.get(at - 1).kind().compareTo(reason.kind()) > 0) {
            at--;
        }
        reasons.add(at, reason);
    }

    private Standing standing(List<Reason> reasons) {
        boolean due = false;
        boolean blocked = false;
        for (Reason reason : reasons) {
            if (reason.kind().isBreak()) {
                return Standing.PAUSED;
            }
            blocked |= reason.kind().blocks();
            due |= reason.kind() == Reason.Kind.DUE_BY;
        }
        if (blocked) {
            // Rule 12: never yet certified is nominated, whatever has run out meanwhile.
            return everCertified ? Standing.LAPSED : Standing.NOMINATED;
        }
        return due ? Standing.REFRESHER_DUE : Standing.CERTIFIED;
    }

    private static @Nullable LocalDate nearestDeadline(List<Reason> reasons) {
        LocalDate nearest = null;
        for (Reason reason : reasons) {
            LocalDate day = reason.day();
            if (day != null && reason.kind().isDeadline() && (nearest == null || day.isBefore(nearest))) {
                nearest = day;
            }
        }
        return nearest;
    }

    private void add(StandingPeriod period) {
        int last = periods.size() - 1;
        if (last >= 0 && periods.get(last).saysTheSameAs(period)) {
            periods.set(last, periods.get(last).through(period.through()));
        } else {
            periods.add(period);
        }
    }
}
