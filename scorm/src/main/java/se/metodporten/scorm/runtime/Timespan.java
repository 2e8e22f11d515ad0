package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;

/** Lengths of time: CMITimespan, {@code HHHH:MM:SS.SS}, of 1.2; timeinterval(second,10,2), ISO 8601, of 2004. */
final class Timespan {

    /** What CMITimespan can say. */
    private static final Duration LONGEST =
            Duration.ofHours(9999).plusMinutes(59).plusSeconds(59);
    /** More than a life, less than what would not fit. */
    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(36_500).toSeconds());

    private static final Pattern ISO = Pattern.compile(
            "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
    /** Of years, months, days, hours, minutes and seconds; a month is a twelfth of a year. */
    private static final long[] SECONDS = {31_536_000, 2_628_000, 86_400, 3_600, 60, 1};

    private Timespan() {}

    /** Of a value that has passed the type's check. */
    static Duration parse(Standard standard, String value) {
        return switch (standard) {
            case SCORM_1_2 -> clock(value);
            case SCORM_2004 -> iso(value);
        };
    }

    private static Duration clock(String value) {
        String[] parts = value.split(":", -1);
        long millis = new BigDecimal(parts[2]).movePointRight(3).longValue();
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusMillis(millis);
    }

    private static Duration iso(String value) {
        Matcher found = ISO.matcher(value);
        if (!found.matches()) {
            throw new IllegalArgumentException(value);
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < SECONDS.length; i++) {
            @Nullable String amount = found.group(i + 1);
            if (amount != null) {
                seconds = seconds.add(new BigDecimal(amount).multiply(BigDecimal.valueOf(SECONDS[i])));
            }
        }
        return Duration.ofMillis(seconds.min(MOST_SECONDS).movePointRight(3).longValue());
    }

    static String format(Standard standard, Duration duration) {
        return switch (standard) {
            case SCORM_1_2 -> clock(duration);
            case SCORM_2004 -> iso(duration);
        };
    }

    private static String clock(Duration duration) {
        Duration d = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        String whole = String.format(Locale.ROOT, "%04d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart());
        return whole + hundredths(d);
    }

    private static String iso(Duration d) {
        return "PT" + d.toHours() + "H" + d.toMinutesPart() + "M" + d.toSecondsPart() + hundredths(d) + "S";
    }

    private static String hundredths(Duration d) {
        int hundredths = d.toMillisPart() / 10;
        return hundredths == 0 ? "" : String.format(Locale.ROOT, ".%02d", hundredths);
    }
}
