package se.metodporten.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Words;

/** Days, spans and times in words, as look.md writes them: {@code 2026-11-22}, {@code 1 jan – 31 mar 2027}, {@code 13:00–15:00}. */
@Named
@ApplicationScoped
public class Days {

    private static final String DASH = "–";

    @Inject
    private UserLanguage language;

    /** @param value a day, or a moment, which is told with its time */
    public String day(@Nullable Object value) {
        return value instanceof Instant moment ? moment(moment) : value == null ? "" : value.toString();
    }

    /** The county's day and time of a moment: {@code 2026-11-22 13:05}. */
    public String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : CountyTime.dayOf(moment) + " "
                        + clock(moment.atZone(CountyTime.ZONE).toLocalTime());
    }

    public String times(LocalTime from, LocalTime until) {
        return clock(from) + DASH + clock(until);
    }

    /** Also for a session's moments, by the county's clock. */
    public String times(Instant from, Instant until) {
        return times(
                from.atZone(CountyTime.ZONE).toLocalTime(),
                until.atZone(CountyTime.ZONE).toLocalTime());
    }

    /** Both days inclusive; an open end says so. */
    public String span(@Nullable LocalDate from, @Nullable LocalDate through) {
        return span(language.locale(), from, through);
    }

    public static String span(Locale locale, @Nullable LocalDate from, @Nullable LocalDate through) {
        boolean open = through == null || through.equals(CountyTime.END_OF_DAYS);
        if (from == null) {
            return through == null || open ? "" : Words.in(locale, "common.span.through", through);
        }
        if (through == null || open) {
            return Words.in(locale, "common.span.from", from);
        }
        if (from.equals(through)) {
            return from.toString();
        }
        String start = dayAndMonth(locale, from) + (from.getYear() == through.getYear() ? "" : " " + from.getYear());
        return start + " " + DASH + " " + dayAndMonth(locale, through) + " " + through.getYear();
    }

    /** {@code 1 jan}. */
    public static String dayAndMonth(Locale locale, LocalDate day) {
        return day.getDayOfMonth() + " " + month(locale, day);
    }

    /** {@code jan}. */
    public static String month(Locale locale, LocalDate day) {
        return Words.in(locale, "common.month." + day.getMonthValue());
    }

    private static String clock(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }
}
