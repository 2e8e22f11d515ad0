package se.metodporten.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The words that Faces itself would put beside a field are ours, in both languages. */
class FacesMessagesTest {

    private static final String BUNDLE = "se.metodporten.common.web.faces";

    @Test
    void both_languages_have_the_same_messages_each_short_and_long() {
        ResourceBundle swedish = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag("sv"));
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag("en"));

        assertThat(english.keySet()).isEqualTo(swedish.keySet());
        assertThat(swedish.keySet().stream().filter(key -> !key.endsWith("_detail")))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(swedish.containsKey(key + "_detail")).isTrue());
    }
}
