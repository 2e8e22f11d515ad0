package se.metodporten.coverage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.coverage.rules.CoverEnd.Cover;

class CoverEndTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 10);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Test
    void the_last_day_of_the_only_cover_still_covers_and_the_day_after_does_not() {
        assertThat(first(1, cover(1, DAY, DAY.plusDays(5)))).isEqualTo(DAY.plusDays(6));
        assertThat(first(1, cover(1, DAY, DAY))).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void one_who_takes_over_without_a_gap_carries_on_and_with_a_gap_does_not() {
        Cover first = cover(1, DAY, DAY.plusDays(5));

        assertThat(first(1, first, cover(2, DAY.plusDays(6), DAY.plusDays(20)))).isEqualTo(DAY.plusDays(21));
        assertThat(first(1, first, cover(2, DAY.plusDays(7), DAY.plusDays(20)))).isEqualTo(DAY.plusDays(6));
    }

    @Test
    void where_two_are_needed_the_first_to_go_ends_it_and_one_person_twice_is_one() {
        Cover anna = cover(1, DAY, DAY.plusDays(9));
        Cover bo = cover(2, DAY, DAY.plusDays(4));

        assertThat(first(2, anna, bo)).isEqualTo(DAY.plusDays(5));
        assertThat(first(2, anna, cover(1, DAY, DAY.plusDays(30)))).isEqualTo(DAY);
        assertThat(first(1, anna, bo)).isEqualTo(DAY.plusDays(10));
    }

    @Test
    void what_has_no_end_never_ends_and_where_nobody_is_it_ends_at_once() {
        assertThat(CoverEnd.firstDayWithout(1, List.of(cover(1, DAY, NEVER)), DAY))
                .isEmpty();
        assertThat(first(1)).isEqualTo(DAY);
        assertThat(CoverEnd.firstDayWithout(0, List.of(), DAY)).isEmpty();
    }

    @Test
    void what_ended_before_the_day_or_begins_later_does_not_count() {
        assertThat(first(1, cover(1, DAY.minusDays(9), DAY.minusDays(1)))).isEqualTo(DAY);
        assertThat(first(1, cover(1, DAY.plusDays(1), NEVER))).isEqualTo(DAY);
    }

    private static LocalDate first(int need, Cover... covers) {
        return CoverEnd.firstDayWithout(need, List.of(covers), DAY).orElseThrow();
    }

    private static Cover cover(long person, LocalDate from, LocalDate through) {
        return new Cover(person, from, through);
    }
}
