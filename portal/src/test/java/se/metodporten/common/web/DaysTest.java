package se.metodporten.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.common.Words;

class DaysTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                2027-01-01 | 2027-03-31 | 1 jan – 31 mar 2027
                2026-12-01 | 2027-03-31 | 1 dec 2026 – 31 mar 2027
                2027-05-05 | 2027-05-05 | 2027-05-05
                2027-05-05 | 9999-12-31 | från och med 2027-05-05
                2027-05-05 | -          | från och med 2027-05-05
                -          | 2027-05-05 | till och med 2027-05-05
                -          | -          | ''
                -          | 9999-12-31 | ''
                """, delimiter = '|')
    void a_span_says_no_more_than_needed(LocalDate from, LocalDate through, String words) {
        assertThat(Days.span(Words.SWEDISH, from, through)).isEqualTo(words);
    }

    @Test
    void months_follow_the_language() {
        assertThat(Days.dayAndMonth(Words.SWEDISH, LocalDate.parse("2027-05-01")))
                .isEqualTo("1 maj");
        assertThat(Days.dayAndMonth(Words.ENGLISH, LocalDate.parse("2027-05-01")))
                .isEqualTo("1 May");
    }
}
