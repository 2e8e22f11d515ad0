package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the tracks of all requirements and the breaks side by side and says what they make together. */
final class Weighing {

    private static final Comparator<Reason> MOST_URGENT_FIRST = Comparator.comparing(Reason::kind);

    private final Dossier dossier;
    private final List<Track.Cursor> cursors = new ArrayList<>();
    private final List<StandingPeriod> periods = new ArrayList<>();
    private boolean everCertified;

    Weighing(RoleRules rules, Dossier dossier) {
        this.dossier = dossier;
        for (Track track : dossier.breaks().tracks()) {
            cursors.add(track.cursor());
        }
        for (Requirement requirement : rules.requirements()) {
            cursors.add(requirement.track(dossier, rules).cursor());
        }
    }

    List<StandingPeriod> periods() {
        dossier.firstDay().ifPresent(first -> {
            LocalDate last = dossier.lastDay();
            for (LocalDate day = first;
                    !day.isAfter(last);
                    day = lastPeriod().through().plusDays(1)) {
                add(weighFrom(day, last));
            }
            if (last.isBefore(Days.LAST)) {
                // An appointment called off before it began is ended from its first day.
                add(new StandingPeriod(
                        Days.later(first, last.plusDays(1)),
                        Days.LAST,
                        Standing.ENDED,
                        List.of(Reason.ofAppointment(Reason.Kind.ENDED, last)),
                        null));
            }
        });
        return periods;
    }

    private StandingPeriod weighFrom(LocalDate day, LocalDate last) {
        List<Reason> reasons = new ArrayList<>(cursors.size());
        LocalDate through = last;
        for (Track.Cursor cursor : cursors) {
            Reason reason = cursor.moveTo(day);
            if (reason != null) {
                reasons.add(reason);
            }
            through = Days.earlier(through, cursor.through());
        }
        reasons.sort(MOST_URGENT_FIRST);
        Standing standing = standing(reasons);
        everCertified |= standing.isCertified();
        return new StandingPeriod(day, through, standing, reasons, nearestDeadline(reasons));
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
        if (!periods.isEmpty() && lastPeriod().saysTheSameAs(period)) {
            periods.set(periods.size() - 1, lastPeriod().through(period.through()));
        } else {
            periods.add(period);
        }
    }

    private StandingPeriod lastPeriod() {
        return periods.get(periods.size() - 1);
    }
}
