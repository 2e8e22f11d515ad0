package se.metodporten.bench;

import java.util.Arrays;
import java.util.List;

/** The middle one of several measurements. */
final class Median {

    private Median() {}

    static double of(List<Double> measured) {
        double[] sorted = measured.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
