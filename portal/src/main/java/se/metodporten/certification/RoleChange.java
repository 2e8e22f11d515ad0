package se.metodporten.certification;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;

/**
 * How one appointment's standing differs under other rules.
 *
 * @param firstDay the first on which it does
 * @param before on that day; null where nobody was appointed
 */
record RoleChange(
        long appointmentId,
        LocalDate firstDay,
        @Nullable Standing before,
        @Nullable Standing after) {

    /** Empty when the standing is the same on every day, whatever its reasons. */
    static Optional<RoleChange> between(long appointmentId, Timeline before, Timeline after) {
        TreeSet<LocalDate> days = new TreeSet<>();
        before.periods().stream().map(StandingPeriod::from).forEach(days::add);
        after.periods().stream().map(StandingPeriod::from).forEach(days::add);
        for (LocalDate day : days) {
            Standing was = before.standingOn(day).orElse(null);
            Standing becomes = after.standingOn(day).orElse(null);
            if (was != becomes) {
                return Optional.of(new RoleChange(appointmentId, day, was, becomes));
            }
        }
        return Optional.empty();
    }
}
