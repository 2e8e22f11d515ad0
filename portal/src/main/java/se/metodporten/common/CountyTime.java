package se.metodporten.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The county's zone and the two ends of time that the schema uses (domain.md "Standing": whole days, Europe/Stockholm). */
public final class CountyTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /** The last day of what has no end; also the database's value for it. */
    public static final LocalDate END_OF_DAYS = LocalDate.of(9999, 12, 31);

    /** {@code known_until} of a row that is still what the portal knows. */
    public static final Instant STILL_KNOWN =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toInstant(ZoneOffset.UTC);

    /** First day that a form or a file may name; earlier ones are typing errors. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private CountyTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
