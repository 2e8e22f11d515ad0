package se.metodporten.common.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import se.metodporten.common.picture.StackedBar.Part;

class StackedBarTest {

    static StackedBar bar(int... counts) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            parts.add(new Part("Del " + i, counts[i], Tone.values()[i], i % 2 == 0 ? "/list.xhtml?part=" + i : null));
        }
        return new StackedBar("Södra länsdelen", "Uppdragen efter läge", parts, "Läge", "Antal");
    }

    @ParameterizedTest
    @CsvSource({"120,14,9,3,1", "1000,1,1,1,1", "1,0,0,0,0", "0,0,0,0,7", "1,1,99999,1,1", "20,20,20,20,20"})
    void every_number_stands_in_its_part_and_no_parts_overlap(int a, int b, int c, int d, int e) {
        Drawn drawn = Drawn.of(bar(a, b, c, d, e));
        List<Element> rects = drawn.all("rect");
        List<Element> texts = drawn.all("text");

        double edge = 0;
        for (int i = 0; i < rects.size(); i++) {
            double x = Drawn.number(rects.get(i), "x");
            double width = Drawn.number(rects.get(i), "width");
            assertThat(x).isGreaterThanOrEqualTo(edge);
            assertThat(width).isGreaterThan(Svg.widthOf(texts.get(i).getTextContent(), 15));
            edge = x + width;
        }
        assertThat(edge).isLessThanOrEqualTo(400);
        assertThat(rects).hasSameSizeAs(texts).isNotEmpty();
    }

    @Test
    void a_part_of_none_is_left_out_of_the_picture_but_stands_in_the_table() {
        StackedBar bar = bar(5, 0, 2);

        assertThat(Drawn.of(bar).texts()).containsExactly("5", "2");
        assertThat(bar.rows()).containsExactly(List.of("Del 0", "5"), List.of("Del 1", "0"), List.of("Del 2", "2"));
    }

    @Test
    void nothing_at_all_is_an_empty_picture() {
        assertThat(Drawn.of(bar(0, 0)).all("rect")).isEmpty();
        assertThat(Drawn.of(bar()).all("rect")).isEmpty();
    }

    @Test
    void parts_with_a_list_behind_them_are_links() {
        assertThat(Drawn.of(bar(5, 3, 2)).all("a")).hasSize(2);
    }
}
