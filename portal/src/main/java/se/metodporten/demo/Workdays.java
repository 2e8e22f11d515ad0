package se.metodporten.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** Days on which a training can be held: no weekend, no Swedish holiday, nor the eves on which nobody works. */
final class Workdays {

    private static final int MIDSUMMER_FROM = 19;
    private static final int MIDSUMMER_THROUGH = 25;
    private static final int NATIONAL_DAY = 6;
    private static final int EPIPHANY = 6;
    private static final int CHRISTMAS_EVE = 24;
    private static final int SECOND_DAY = 26;
    private static final int NEW_YEARS_EVE = 31;

    private Workdays() {}

    /** The day itself, or the last working day before it. */
    static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkday(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static LocalDate after(LocalDate day) {
        LocalDate found = day.plusDays(1);
        while (!isWorkday(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isFixedHoliday(day)
                && !isByEaster(day);
    }

    private static boolean isFixedHoliday(LocalDate day) {
        int of = day.getDayOfMonth();
        return switch (day.getMonth()) {
            case JANUARY -> of == 1 || of == EPIPHANY;
            case MAY -> of == 1;
            case JUNE ->
                of == NATIONAL_DAY
                        || (day.getDayOfWeek() == DayOfWeek.FRIDAY && of >= MIDSUMMER_FROM && of <= MIDSUMMER_THROUGH);
            case DECEMBER -> (of >= CHRISTMAS_EVE && of <= SECOND_DAY) || of == NEW_YEARS_EVE;
            case FEBRUARY, MARCH, APRIL, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER -> false;
        };
    }

    /** Good Friday, Easter Monday, Ascension Day. */
    private static boolean isByEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(39));
    }

    /** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, Month.of(sum / 31), sum % 31 + 1);
    }
}
