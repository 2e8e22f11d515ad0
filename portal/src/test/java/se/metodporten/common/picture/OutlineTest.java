package se.metodporten.common.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.metodporten.common.picture.Outline.Box;

class OutlineTest {

    private static final Pattern STROKE = Pattern.compile("M([0-9.]+) ([0-9.]+)([HV])([0-9.]+)");

    @Test
    void one_rectangle_has_its_four_sides() {
        assertThat(length(new Box(0, 0, 30, 10))).isCloseTo(80, within(0.01));
    }

    @Test
    void between_rectangles_that_touch_or_overlap_there_is_no_line() {
        assertThat(length(new Box(0, 0, 10, 10), new Box(10, 0, 20, 10))).isCloseTo(60, within(0.01));
        assertThat(length(new Box(0, 0, 12, 10), new Box(8, 0, 20, 10))).isCloseTo(60, within(0.01));
    }

    @Test
    void an_inner_corner_is_closed() {
        String path = Outline.of(List.of(new Box(0, 0, 10, 10), new Box(10, 0, 20, 10), new Box(0, 10, 10, 20)));

        assertThat(path).contains("M10.0 10.0V20.0").contains("M10.0 10.0H20.0");
        assertThat(length(new Box(0, 0, 10, 10), new Box(10, 0, 20, 10), new Box(0, 10, 10, 20)))
                .isCloseTo(80, within(0.01));
    }

    @Test
    void what_lies_apart_has_lines_of_its_own_and_nothing_has_none() {
        assertThat(length(new Box(0, 0, 10, 10), new Box(20, 0, 30, 10))).isCloseTo(80, within(0.01));
        assertThat(Outline.of(List.of())).isEmpty();
    }

    private static double length(Box... boxes) {
        return STROKE.matcher(Outline.of(List.of(boxes)))
                .results()
                .collect(Collectors.summingDouble(stroke -> Double.parseDouble(stroke.group(4))
                        - Double.parseDouble(stroke.group("H".equals(stroke.group(3)) ? 1 : 2))));
    }
}
