package se.metodporten.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_compute_is_shown_instead(String formula) {
        assertThat(SpreadsheetText.of(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "1=1", "'=1"})
    void other_text_is_left_alone(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }
}
