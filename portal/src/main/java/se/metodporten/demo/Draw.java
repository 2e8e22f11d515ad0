package se.metodporten.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Chance, the same every time. */
final class Draw {

    private static final long SEED = 20_180_101L;

    private final Random random = new Random(SEED);

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int from, int through) {
        return from + random.nextInt(through - from + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A working day about so many days before another. */
    LocalDate before(LocalDate day, int fromDays, int throughDays) {
        return workday(day.minusDays(between(fromDays, throughDays)));
    }

    static LocalDate workday(LocalDate day) {
        return Workdays.onOrBefore(day);
    }
}
