package se.metodporten.common.web.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;

/** How the API tells of the ends of periods. */
public final class Period {

    private Period() {}

    /** The last day, inclusive; null where there is no end. */
    public static @Nullable LocalDate lastDay(LocalDate through) {
        return through.isBefore(CountyTime.END_OF_DAYS) ? through : null;
    }
}
