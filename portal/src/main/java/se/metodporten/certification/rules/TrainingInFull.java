package se.metodporten.certification.rules;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of training and the parts (sessions) of it that must be attended for it to count. Other parts may exist; they
 * ask nothing.
 *
 * @param parts numbers from 1 to 62, at least one
 */
public record TrainingInFull(String kind, List<Integer> parts) {

    private static final int MOST_PARTS = 62;

    public TrainingInFull {
        parts = parts.stream().distinct().sorted().toList();
        if (parts.isEmpty() || parts.get(0) < 1 || parts.get(parts.size() - 1) > MOST_PARTS) {
            throw new IllegalArgumentException("parts of " + kind + " are " + parts);
        }
    }

    /** All of the sessions 1 to {@code n}. */
    public static TrainingInFull ofParts(String kind, int n) {
        return new TrainingInFull(kind, IntStream.rangeClosed(1, n).boxed().toList());
    }

    /** The parts as bits of a word. */
    long mask() {
        long mask = 0;
        for (int part : parts) {
            mask |= bit(part);
        }
        return mask;
    }

    /** None for a number that no required part can have. */
    static long bit(int part) {
        return part >= 1 && part <= MOST_PARTS ? 1L << part : 0;
    }

    List<Integer> partsIn(long mask) {
        return parts.stream().filter(part -> (mask & bit(part)) != 0).toList();
    }
}
