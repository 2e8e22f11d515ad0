package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pauses of the appointment and leave from its employment. Those that overlap or follow without a day between are one
 * break: R counts from the end of the whole of it (rule 6).
 */
final class Breaks {

    private final List<Span> breaks;
    private final List<Span> pauses;
    private final List<Span> leaves;

    Breaks(Dossier dossier) {
        List<Span> paused = new ArrayList<>();
        for (Fact.Pause pause : dossier.all(Fact.Pause.class)) {
            paused.add(Span.of(pause.from(), pause.through()));
        }
        List<Span> away = new ArrayList<>();
        for (Fact.Leave leave : dossier.all(Fact.Leave.class)) {
            away.add(Span.of(leave.from(), leave.through()));
        }
        pauses = Span.joined(paused);
        leaves = Span.joined(away);
        List<Span> both = new ArrayList<>(pauses);
        both.addAll(leaves);
        breaks = Span.joined(both);
    }

    /**
     * Rule 6: a due day inside a break, or within {@code months} after its end, holds until so many months after the
     * end. A due day that was missed before the break began is not helped. Should the moved day meet a later break, it
     * moves again. {@link Days#LAST} when the break has no known end.
     */
    LocalDate postpone(LocalDate dueDay, int months) {
        LocalDate day = dueDay;
        for (Span span : breaks) {
            if (span.from().isAfter(day)) {
                break;
            }
            day = Days.later(day, Days.plusMonths(span.through(), months));
        }
        return day;
    }

    List<Track> tracks() {
        return List.of(track(pauses, Reason.Kind.PAUSED_UNTIL), track(leaves, Reason.Kind.ON_LEAVE_UNTIL));
    }

    private Track track(List<Span> spans, Reason.Kind kind) {
        Track track = new Track(null);
        for (Span span : spans) {
            track.from(span.from(), Reason.ofAppointment(kind, lastDayOfBreakAround(span)))
                    .from(span.through().plusDays(1), null);
        }
        return track;
    }

    private @Nullable LocalDate lastDayOfBreakAround(Span span) {
        LocalDate through = breaks.stream()
                .filter(whole -> whole.contains(span.from()))
                .map(Span::through)
                .max(Comparator.naturalOrder())
                .orElse(span.through());
        return through.equals(Days.LAST) ? null : through;
    }
}
