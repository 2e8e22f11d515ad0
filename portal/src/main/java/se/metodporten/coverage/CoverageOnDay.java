package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sum of all that the reader may see, on one of several days.
 *
 * @param covered if nobody acts
 * @param coveredIfPlanned if planned trainings are taken; null when there are none with anybody signed up
 */
public record CoverageOnDay(
        LocalDate day, int inNeed, int covered, @Nullable Integer coveredIfPlanned) {

    CoverageOnDay ifPlanned(CoverageOnDay planned) {
        return new CoverageOnDay(day, inNeed, covered, planned.covered);
    }
}
