package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.time.MonthDay;

/** How the due day follows from the day something was taken. */
public sealed interface DueRule {

    /** The due day when the day taken alone decides: the first time, before the window, and late (rules 1 and 3). */
    LocalDate after(LocalDate taken);

    /** The due day after a refresher inside the window of {@code due} (rule 3). */
    LocalDate renewed(LocalDate due, LocalDate taken);

    /** @param countedFrom what a refresher inside the window counts from */
    record EveryMonths(int months, CountedFrom countedFrom) implements DueRule {
        public EveryMonths {
            requirePositive(months);
        }

        @Override
        public LocalDate after(LocalDate taken) {
            return Days.plusMonths(taken, months);
        }

        @Override
        public LocalDate renewed(LocalDate due, LocalDate taken) {
            return after(countedFrom == CountedFrom.OLD_DUE_DAY ? due : taken);
        }
    }

    /** Rule 4: the next such day of the year at least so many months after the day taken. 29 February is 28 in other years. */
    record FixedDay(MonthDay day, int minimumMonths) implements DueRule {
        public FixedDay {
            requirePositive(minimumMonths);
        }

        @Override
        public LocalDate after(LocalDate taken) {
            LocalDate earliest = taken.plusMonths(minimumMonths);
            LocalDate sameYear = day.atYear(earliest.getYear());
            return Days.earlier(sameYear.isBefore(earliest) ? day.atYear(earliest.getYear() + 1) : sameYear, Days.LAST);
        }

        @Override
        public LocalDate renewed(LocalDate due, LocalDate taken) {
            return after(taken);
        }
    }

    enum CountedFrom {
        DAY_TAKEN,
        OLD_DUE_DAY
    }

    private static void requirePositive(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("a period of " + months + " months");
        }
    }
}
