package se.metodporten.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-06", "2026-06-19",
        "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31", "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25",
        "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-06", "2028-06-23", "2026-11-28", "2026-11-29"
    })
    void nobody_trains_on_a_holiday_its_eve_or_a_weekend(LocalDate day) {
        assertThat(Workdays.isWorkday(day)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-01-02",
        "2026-01-05",
        "2026-01-07",
        "2026-04-02",
        "2026-04-07",
        "2026-05-13",
        "2026-05-15",
        "2026-06-05",
        "2026-06-18",
        "2026-06-22",
        "2026-12-23",
        "2026-12-28",
        "2026-12-30",
        "2026-06-12",
        "2026-06-26"
    })
    void the_days_beside_them_are_workdays(LocalDate day) {
        assertThat(Workdays.isWorkday(day)).isTrue();
    }

    @Test
    void easter_is_where_the_almanac_has_it() {
        assertThat(Workdays.easter(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(Workdays.easter(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
        assertThat(Workdays.easter(2027)).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(Workdays.easter(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
    }

    @Test
    void before_and_after_skip_what_lies_between() {
        assertThat(Workdays.onOrBefore(LocalDate.of(2026, 12, 27))).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(Workdays.after(LocalDate.of(2026, 12, 23))).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(Workdays.onOrBefore(LocalDate.of(2026, 12, 28))).isEqualTo(LocalDate.of(2026, 12, 28));
    }
}
