package se.metodporten.coverage.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a whole as they are told to whoever has no right to names: no number of fewer than five people, and no sum from
 * which one could be computed.
 *
 * @param parts in their order; null for those that are fewer than five
 * @param sum null where it would tell one of the parts, or is small itself
 */
public record SmallNumbers(
        List<@Nullable Integer> parts, @Nullable Integer sum) {

    /** The fewest people that a figure may be about. */
    public static final int FEWEST = 5;

    public static SmallNumbers of(List<Integer> counts) {
        List<@Nullable Integer> shown = new ArrayList<>();
        int sum = 0;
        int hidden = 0;
        int hiddenSum = 0;
        for (int count : counts) {
            boolean small = count < FEWEST;
            shown.add(small ? null : count);
            sum += count;
            hidden += small ? 1 : 0;
            hiddenSum += small ? count : 0;
        }
        // The difference between sum and parts is a figure too; as large as it can be, it tells every hidden part.
        boolean safe = hidden == 0 || (hiddenSum >= FEWEST && hiddenSum < hidden * (FEWEST - 1));
        return new SmallNumbers(shown, safe && sum >= FEWEST ? sum : null);
    }
}
