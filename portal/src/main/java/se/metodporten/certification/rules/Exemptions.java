package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rule 13: what a requirement has to say while its appointment is exempt from it. What is in the way, or comes to be before
 * the exemption ends, is not; where it still will be then, there is a window of M months before that day. An exemption
 * moves no due day: dates run on beneath it, as they do beneath a pause.
 */
final class Exemptions {

    private final String code;
    private final List<Span> spans;
    private final int windowMonths;

    private Exemptions(String code, List<Span> spans, int windowMonths) {
        this.code = code;
        this.spans = spans;
        this.windowMonths = windowMonths;
    }

    /** The track itself where there is no exemption from the requirement. */
    static Track lift(Track track, String code, Dossier dossier, int windowMonths) {
        List<Span> spans = new ArrayList<>();
        for (Fact.Exemption exemption : dossier.all(Fact.Exemption.class)) {
            if (exemption.requirement().equals(code)) {
                spans.add(new Span(exemption.from(), exemption.through()));
            }
        }
        return spans.isEmpty() ? track : new Exemptions(code, Span.joined(spans), windowMonths).over(track);
    }

    private Track over(Track beneath) {
        Track lifted = new Track(beneath.cursor().moveTo(Days.FIRST));
        Track.Cursor cursor = beneath.cursor();
        for (LocalDate day : changes(beneath)) {
            lifted.from(day, said(day, cursor.moveTo(day), beneath));
        }
        return lifted;
    }

    private NavigableSet<LocalDate> changes(Track beneath) {
        NavigableSet<LocalDate> days = new TreeSet<>(beneath.changes());
        for (Span span : spans) {
            days.add(span.from());
            days.add(windowOpens(span));
            days.add(Days.earlier(span.through(), Days.LAST.minusDays(1)).plusDays(1));
        }
        return days;
    }

    private @Nullable Reason said(LocalDate day, @Nullable Reason beneath, Track track) {
        for (Span span : spans) {
            if (span.contains(day) && blocksBetween(day, span.through(), track)) {
                Reason after = span.through().equals(Days.LAST)
                        ? null
                        : track.cursor().moveTo(span.through().plusDays(1));
                return after != null && after.kind().blocks() && !day.isBefore(windowOpens(span))
                        ? Reason.dueBy(code, span.through(), after.remedy(), after.partsLeft())
                        : Reason.exemptUntil(code, span.through());
            }
        }
        return beneath;
    }

    private static boolean blocksBetween(LocalDate from, LocalDate through, Track track) {
        Track.Cursor cursor = track.cursor();
        LocalDate day = from;
        while (day != null && !day.isAfter(through)) {
            Reason reason = cursor.moveTo(day);
            if (reason != null && reason.kind().blocks()) {
                return true;
            }
            day = cursor.next();
        }
        return false;
    }

    private LocalDate windowOpens(Span span) {
        return Days.later(span.from(), span.through().minusMonths(windowMonths));
    }
}
