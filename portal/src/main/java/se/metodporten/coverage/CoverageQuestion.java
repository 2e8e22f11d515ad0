package se.metodporten.coverage;

import java.time.Instant;
import java.time.LocalDate;
import se.metodporten.common.CountyTime;

/**
 * Which role, on which date, and as known when.
 *
 * @param knownAt {@link #NOW} for all that is known
 */
public record CoverageQuestion(String role, LocalDate asOf, Instant knownAt) {

    /** The last moment at which rows that still hold are known. */
    public static final Instant NOW = CountyTime.STILL_KNOWN.minusSeconds(1);

    public static CoverageQuestion of(String role, LocalDate asOf) {
        return new CoverageQuestion(role, asOf, NOW);
    }
}
