package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days on which nothing changes.
 *
 * @param through the last day, inclusive; {@link #END_OF_DAYS} when there is no end
 * @param reasons all there is to say, most urgent first
 * @param dueDay the nearest day by which something is to be renewed, itself still valid; null when nothing runs out
 */
public record StandingPeriod(
        LocalDate from,
        LocalDate through,
        Standing standing,
        List<Reason> reasons,
        @Nullable LocalDate dueDay) {

    public static final LocalDate END_OF_DAYS = LocalDate.of(9999, 12, 31);

    public StandingPeriod {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end on " + through + ", before it begins on " + from);
        }
        reasons = List.copyOf(reasons);
    }

    /** How many things keep this from being certified: "utsedd, 2 steg kvar". */
    public int stepsLeft() {
        int steps = 0;
        for (Reason reason : reasons) {
            if (reason.kind().blocks()) {
                steps++;
            }
        }
        return steps;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }

    /** True when a reader of both would see no difference but the days. */
    boolean saysTheSameAs(StandingPeriod other) {
        return standing == other.standing
                && reasons.equals(other.reasons)
                && (dueDay == null ? other.dueDay == null : dueDay.equals(other.dueDay));
    }

    StandingPeriod through(LocalDate lastDay) {
        return new StandingPeriod(from, lastDay, standing, reasons, dueDay);
    }
}
