package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void halves_of_pairs_are_written_as_escapes_and_whole_pairs_are_left() {
        assertThat(JsonText.escapeUnpaired("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
        assertThat(JsonText.escapeUnpaired("a\uD83Db\uDE00")).isEqualTo("a\\ud83db\\ude00");
        assertThat(JsonText.escapeUnpaired("\uDE00\uD83D\uDE00\uD83D")).isEqualTo("\\ude00\uD83D\uDE00\\ud83d");
        String same = "åäö";
        assertThat(JsonText.escapeUnpaired(same)).isSameAs(same);
    }
}
