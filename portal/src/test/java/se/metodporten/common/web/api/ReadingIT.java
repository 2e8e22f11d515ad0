package se.metodporten.common.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;

/** In the portal only because JSON and REST come with the server. */
class ReadingIT extends InPortal {

    /** As an API would have them. */
    enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void a_moment_is_written_with_its_offset_or_as_a_day_which_is_its_end() {
        Map.of(
                        "2026-11-22T13:05:00Z", "2026-11-22T13:05:00Z",
                        "2026-11-22T13:05:00+01:00", "2026-11-22T12:05:00Z",
                        "2026-11-22", "2026-11-22T22:59:59.999999999Z",
                        "2026-07-22", "2026-07-22T21:59:59.999999999Z",
                        "9000-12-31", "9000-12-31T22:59:59.999999999Z")
                .forEach((text, moment) -> assertThat(
                                reading(Instant.class, null, null).read(text))
                        .as(text)
                        .isEqualTo(Instant.parse(moment)));
    }

    @Test
    void what_is_no_moment_is_refused() {
        for (String text : List.of(
                "1899-12-31",
                "9001-01-01",
                "2026-11-22T13:05:00",
                "2026-11-22T13:05:00 01:00",
                "T",
                "now",
                "+999999999-12-31T00:00:00Z")) {
            refuses(reading(Instant.class, null, null), text);
        }
    }

    @Test
    void a_day_is_read() {
        for (String text : List.of("1900-01-01", "2024-02-29", "9000-12-31")) {
            assertThat(reading(LocalDate.class, null, null).read(text)).isEqualTo(LocalDate.parse(text));
        }
    }

    @Test
    void a_number_keeps_within_what_it_may_be() {
        Reading size = reading(int.class, 1L, 100L);

        assertThat(size.read("1")).isEqualTo(1);
        assertThat(size.read("100")).isEqualTo(100);
        refuses(size, "0");
        refuses(size, "101");
    }

    @Test
    void a_constant_is_written_in_small_letters_with_hyphens() {
        assertThat(reading(Colour.class, null, null).read("dark-blue")).isEqualTo(Colour.DARK_BLUE);
        assertThatThrownBy(() -> reading(Colour.class, null, null).read("DARK_BLUE"))
                .isInstanceOfSatisfying(
                        BadParameter.class, bad -> assertThat(bad.allowed()).containsExactly("red", "dark-blue"));
    }

    @Test
    void a_type_that_no_reader_knows_is_a_fault_of_the_resource() {
        assertThatThrownBy(() -> reading(Object.class, null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(Reading reading, String text) {
        assertThatThrownBy(() -> reading.read(text)).as(text).isInstanceOf(BadParameter.class);
    }

    private static Reading reading(Type type, Long minimum, Long maximum) {
        return Reading.of(new Declared("x", false, type, "", null, false, minimum, maximum));
    }
}
