package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.common.DomainException;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elva tecken",
                "Lösenord1234",
                "SOMMAREN2026",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "asa.svensson1",
                "Asa.Svensson2026!"
            })
    void what_is_short_known_or_like_the_name_is_refused(String chosen) {
        assertThatThrownBy(() -> Passwords.requireGood(chosen, "asa.svensson@example.org"))
                .isInstanceOf(DomainException.class)
                .extracting("field")
                .isEqualTo("chosen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tolv tecken!", "gräs lampa torsdag", "🙂🙃😉😊abcdefgh", "asa.svensson cyklar hem"})
    void words_after_each_other_are_fine(String chosen) {
        assertThatCode(() -> Passwords.requireGood(chosen, "asa.svensson@example.org"))
                .doesNotThrowAnyException();
    }

    @Test
    void two_hundred_signs_are_taken_and_one_more_is_not() {
        String long200 = "abcdefghij".repeat(20);

        assertThatCode(() -> Passwords.requireGood(long200, "a@b.se")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Passwords.requireGood(long200 + "x", "a@b.se")).isInstanceOf(DomainException.class);
    }

    @Test
    void a_hash_is_argon2id_and_matches_only_its_password() {
        String hash = Passwords.hash("gräs lampa torsdag");

        assertThat(hash).contains("argon2id");
        assertThat(Passwords.matches("gräs lampa torsdag".toCharArray(), hash)).isTrue();
        assertThat(Passwords.matches("gräs lampa onsdag".toCharArray(), hash)).isFalse();
    }

    @Test
    void a_letter_composed_of_two_signs_is_the_same_letter() {
        String hash = Passwords.hash("gr\u00e4s lampa torsdag");

        assertThat(Passwords.matches("gra\u0308s lampa torsdag".toCharArray(), hash))
                .isTrue();
    }
}
