package se.metodporten.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.common.PlainText.Fault;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Brien", "\"Kalle\"", "<script>alert(1)</script>", "=1+1", "Anna 𠮷🙂", "Åsa-Märta", "Noël"})
    void what_can_be_seen_is_kept(String text) {
        assertThat(PlainText.faultIn(text, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna\u202Egreb", "\u200FAnna", "An\u2066na", "\u061CAnna"})
    void marks_of_direction_are_refused(String text) {
        assertThat(PlainText.faultIn(text, 100)).contains(Fault.DIRECTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"An\u0000na", "An\nna", "An\u200Bna", "An\u2028na", "An\uFFFDna", "An\uD800na"})
    void what_cannot_be_seen_is_refused(String text) {
        assertThat(PlainText.faultIn(text, 100)).contains(Fault.INVISIBLE);
    }

    @Test
    void length_counts_characters_and_not_their_halves() {
        assertThat(PlainText.faultIn("🙂".repeat(100), 100)).isEmpty();
        assertThat(PlainText.faultIn("🙂".repeat(101), 100)).contains(Fault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void nothing_is_not_enough(String text) {
        assertThat(PlainText.faultIn(text, 100)).contains(Fault.EMPTY);
    }

    @Test
    void a_name_written_from_the_right_is_isolated_within_a_sentence_and_others_stay_as_they_are() {
        assertThat(PlainText.isolated("محمد")).isEqualTo("\u2068محمد\u2069");
        assertThat(PlainText.isolated("Åsa O'Brien 🙂")).isEqualTo("Åsa O'Brien 🙂");
        assertThat(Words.in(Words.SWEDISH, "person.merge.sure", "محمد", "Anna"))
                .isEqualTo("Slå ihop \u2068محمد\u2069 med Anna?");
    }
}
