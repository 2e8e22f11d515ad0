package se.metodporten.certification.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The standing of one appointment on every day from its first to the end of days: periods without gap or overlap, of
 * which no two neighbours say the same. Empty when nobody is appointed.
 */
public record Timeline(List<StandingPeriod> periods) {

    public Timeline {
        periods = List.copyOf(periods);
    }

    /**
     * Rule 14: what follows from the facts and nothing else.
     *
     * @param facts of the appointment (with the day it begins), of its person and of the employment it rests on, in any
     *     order, superseded ones among them
     */
    public static Timeline of(RoleHistory rules, Collection<RecordedFact> facts) {
        return new Timeline(new Weighing(rules, new Dossier(RecordedFact.standingFacts(facts))).periods());
    }

    /** By rules that never changed. */
    public static Timeline of(RoleRules rules, Collection<RecordedFact> facts) {
        return of(RoleHistory.of(rules), facts);
    }

    /** The timeline as it was shown at an earlier moment. */
    public static Timeline asKnown(Instant moment, RoleHistory rules, Collection<RecordedFact> facts) {
        return of(rules, RecordedFact.asKnown(moment, facts));
    }

    /** Empty before the first day. */
    public Optional<StandingPeriod> on(LocalDate day) {
        return periods.stream().filter(period -> period.contains(day)).findFirst();
    }

    /** Empty before the first day. */
    public Optional<Standing> standingOn(LocalDate day) {
        return on(day).map(StandingPeriod::standing);
    }

    /** The nearest day by which something is to be renewed, seen from a day; itself still valid. */
    public Optional<LocalDate> nextDueDay(LocalDate seenFrom) {
        return on(seenFrom).map(StandingPeriod::dueDay);
    }

    /** The first day of the unbroken run with the standing of that day: "utgången sedan". */
    public Optional<LocalDate> since(LocalDate day) {
        Optional<LocalDate> since = Optional.empty();
        Optional<Standing> wanted = standingOn(day);
        Standing before = null;
        for (StandingPeriod period : periods) {
            if (period.from().isAfter(day)) {
                break;
            }
            if (wanted.isPresent() && period.standing() == wanted.get() && period.standing() != before) {
                since = Optional.of(period.from());
            }
            before = period.standing();
        }
        return since;
    }
}
