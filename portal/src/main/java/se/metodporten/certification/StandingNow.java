package se.metodporten.certification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;

/**
 * The standing on one day, as its label tells it (look.md "Standing, always the same way").
 *
 * @param day certified and paused through, due on, lapsed since, ended on; null when there is none to tell
 * @param stepsLeft what keeps it from being certified
 * @param dueDay the nearest day by which something is to be renewed
 */
public record StandingNow(
        Standing standing,
        @Nullable LocalDate day,
        int stepsLeft,
        @Nullable LocalDate dueDay,
        List<Reason> reasons) {

    public StandingNow {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param asOf a day before the first of the timeline is taken as the first
     * @throws IllegalArgumentException when nobody is appointed
     */
    public static StandingNow of(Timeline timeline, LocalDate asOf) {
        StandingPeriod first = timeline.periods().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an empty timeline"));
        LocalDate seen = asOf.isBefore(first.from()) ? first.from() : asOf;
        StandingPeriod period = timeline.on(seen).orElse(first);
        LocalDate day = switch (period.standing()) {
            case CERTIFIED, REFRESHER_DUE -> period.dueDay();
            case LAPSED -> timeline.since(seen).orElse(period.from());
            case PAUSED, ENDED ->
                period.reasons().isEmpty() ? null : period.reasons().get(0).day();
            case NOMINATED -> null;
        };
        return new StandingNow(period.standing(), day, period.stepsLeft(), period.dueDay(), period.reasons());
    }
}
