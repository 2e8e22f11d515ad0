package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** CMITimespan, {@code HHHH:MM:SS.SS}. */
final class Timespan {

    private static final Duration LONGEST =
            Duration.ofHours(9999).plusMinutes(59).plusSeconds(59);

    private Timespan() {}

    /** Of a value that has passed the type's check. */
    static Duration parse(String value) {
        String[] parts = value.split(":", -1);
        long millis = new BigDecimal(parts[2]).movePointRight(3).longValue();
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusMillis(millis);
    }

    static String format(Duration duration) {
        Duration d = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        String whole = String.format(Locale.ROOT, "%04d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart());
        int hundredths = d.toMillisPart() / 10;
        return hundredths == 0 ? whole : whole + String.format(Locale.ROOT, ".%02d", hundredths);
    }
}
