package se.metodporten.coverage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallNumbersTest {

    @ParameterizedTest(name = "{0}: {1}, sum {2}")
    @CsvSource({
        "'5,6',       '5,6',     11",
        "'4,6',       '-,6',     -",
        "'0,6',       '-,6',     -",
        "'4,4,9',     '-,-,9',   -",
        "'4,3,9',     '-,-,9',   16",
        "'2,3,9',     '-,-,9',   14",
        "'2,2,9',     '-,-,9',   -",
        "'0,0,9',     '-,-,9',   -",
        "'1,2,3,40',  '-,-,-,40', 46",
        "'2,3',       '-,-',     5",
        "'0',         '-',       -"
    })
    void a_difference_between_sum_and_parts_is_a_figure_too(String counts, String parts, String sum) {
        SmallNumbers shown = SmallNumbers.of(numbers(counts));

        assertThat(words(shown.parts())).isEqualTo(parts);
        assertThat(shown.sum() == null ? "-" : shown.sum().toString()).isEqualTo(sum);
    }

    /** Whoever knows the rule tries every county that would have been shown the same way. */
    @Property(tries = 300)
    void nobody_can_compute_a_figure_about_fewer_than_five(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 9) Integer> counts) {
        SmallNumbers shown = SmallNumbers.of(counts);
        List<List<Integer>> possible = new ArrayList<>();
        guess(shown, new ArrayList<>(), possible);

        assertThat(possible).contains(counts);
        for (int subset = 1; subset < 1 << counts.size(); subset++) {
            if (sum(counts, subset) < SmallNumbers.FEWEST) {
                Set<Integer> told = new HashSet<>();
                for (List<Integer> one : possible) {
                    told.add(sum(one, subset));
                }
                assertThat(told).as("%s, subset %d", counts, subset).hasSizeGreaterThan(1);
            }
        }
    }

    private static void guess(SmallNumbers shown, List<Integer> begun, List<List<Integer>> possible) {
        if (begun.size() == shown.parts().size()) {
            if (SmallNumbers.of(begun).equals(shown)) {
                possible.add(List.copyOf(begun));
            }
            return;
        }
        Integer known = shown.parts().get(begun.size());
        for (int guess = known == null ? 0 : known; guess <= (known == null ? 4 : known); guess++) {
            begun.add(guess);
            guess(shown, begun, possible);
            begun.remove(begun.size() - 1);
        }
    }

    private static int sum(List<Integer> counts, int subset) {
        int sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += (subset >> i & 1) == 1 ? counts.get(i) : 0;
        }
        return sum;
    }

    private static List<Integer> numbers(String counts) {
        return List.of(counts.split(",")).stream().map(Integer::valueOf).toList();
    }

    private static String words(List<@Nullable Integer> parts) {
        return String.join(
                ",",
                parts.stream().map(part -> part == null ? "-" : part.toString()).toList());
    }
}
