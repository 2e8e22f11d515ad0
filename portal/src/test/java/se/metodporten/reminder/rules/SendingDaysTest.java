package se.metodporten.reminder.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "wanted {0}: leaves {1} when it is about a last day, {2} when about what has happened")
    @CsvSource({
        "2026-11-27, 2026-11-27, 2026-11-27", // a Friday
        "2026-11-28, 2026-11-27, 2026-11-30",
        "2026-11-29, 2026-11-27, 2026-11-30",
        "2026-11-30, 2026-11-30, 2026-11-30", // a Monday
    })
    void what_is_wanted_on_a_weekend_leaves_before_it_or_after_it(
            LocalDate wanted, LocalDate lastDay, LocalDate happened) {
        assertThat(leaves(wanted, true)).isEqualTo(lastDay);
        assertThat(leaves(wanted, false)).isEqualTo(happened);
    }

    @Property
    void each_day_belongs_to_exactly_one_weekday(@ForAll @IntRange(max = 4000) int days, @ForAll boolean beforehand) {
        LocalDate wanted = MONDAY.plusDays(days);
        long weekdays = wanted.minusDays(3)
                .datesUntil(wanted.plusDays(4))
                .filter(SendingDays::isSendingDay)
                .filter(day -> contains(SendingDays.wantedOnlyFor(day, beforehand), wanted))
                .count();
        assertThat(weekdays).isEqualTo(1);
    }

    @Property
    void weekdays_that_were_missed_are_made_good_without_gap_or_overlap(
            @ForAll @IntRange(max = 4) int last,
            @ForAll @IntRange(min = 1, max = 4) int missed,
            @ForAll boolean beforehand) {
        LocalDate done = MONDAY.plusDays(last);
        LocalDate next = done;
        for (int i = 0; i < missed; i++) {
            next = SendingDays.weekdayAfter(next);
        }
        SendingDays.Span wanted = SendingDays.wantedFor(next, done, beforehand);
        assertThat(wanted.from())
                .isEqualTo(SendingDays.wantedOnlyFor(done, beforehand).through().plusDays(1));
        assertThat(wanted.through())
                .isEqualTo(SendingDays.wantedOnlyFor(next, beforehand).through());
    }

    @Test
    void a_first_run_makes_nothing_good() {
        assertThat(SendingDays.wantedFor(MONDAY, null, true)).isEqualTo(new SendingDays.Span(MONDAY, MONDAY));
    }

    @Test
    void a_long_silence_is_not_made_good_beyond_a_week() {
        assertThat(SendingDays.wantedFor(MONDAY, MONDAY.minusDays(70), true).from())
                .isEqualTo(MONDAY.minusDays(7));
    }

    @Test
    void nothing_leaves_in_a_weekend() {
        assertThatThrownBy(() -> SendingDays.wantedOnlyFor(MONDAY.minusDays(1), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-11-23", "2026-11-27, 2026-11-23", "2026-11-28, 2026-11-30", "2026-11-29, 2026-11-30"})
    void a_week_is_the_days_own_and_in_a_weekend_the_one_to_come(LocalDate day, LocalDate monday) {
        assertThat(SendingDays.weekOf(day)).hasSize(5).first().isEqualTo(monday);
        assertThat(SendingDays.weekOf(day)).allMatch(SendingDays::isSendingDay);
    }

    private static LocalDate leaves(LocalDate wanted, boolean beforehand) {
        return wanted.minusDays(3)
                .datesUntil(wanted.plusDays(4))
                .filter(SendingDays::isSendingDay)
                .filter(day -> contains(SendingDays.wantedOnlyFor(day, beforehand), wanted))
                .findFirst()
                .orElseThrow();
    }

    private static boolean contains(SendingDays.Span span, LocalDate day) {
        return !day.isBefore(span.from()) && !day.isAfter(span.through());
    }
}
