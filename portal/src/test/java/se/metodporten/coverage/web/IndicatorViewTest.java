package se.metodporten.coverage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.common.Words;
import se.metodporten.coverage.Indicator;

class IndicatorViewTest {

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void every_figure_is_defined_in_every_field_and_both_languages(Indicator indicator) {
        for (Locale language : new Locale[] {Words.SWEDISH, Words.ENGLISH}) {
            assertThat(Words.in(language, "indicator.title." + indicator))
                    .doesNotContain("??")
                    .isNotBlank();
            assertThat(IndicatorView.FIELDS).hasSize(12).allSatisfy(field -> {
                assertThat(Words.in(language, "indicator.field." + field)).doesNotContain("??");
                assertThat(Words.in(language, IndicatorView.key(indicator, field)))
                        .as("%s of %s", field, indicator)
                        .doesNotContain("??");
            });
        }
    }
}
