package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * After {@code lastDayOfOld} only this version and newer ones count: of a course (rule 8), or of the description an
 * agreement is about (rule 9). A description without a transition end has no such change: the old holds until its own
 * end.
 */
public record VersionChange(int version, LocalDate lastDayOfOld) {

    static List<VersionChange> inOrder(List<VersionChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(VersionChange::lastDayOfOld).thenComparing(VersionChange::version))
                .toList();
    }

    /** The last day on which a version still counts; the end of days when nothing newer is asked. */
    static LocalDate lastDayOf(int version, List<VersionChange> inOrder) {
        for (VersionChange change : inOrder) {
            if (change.version > version) {
                return change.lastDayOfOld;
            }
        }
        return Days.LAST;
    }

    /** The least version that counts on a day. */
    static int leastOn(LocalDate day, List<VersionChange> inOrder) {
        int least = Integer.MIN_VALUE;
        for (VersionChange change : inOrder) {
            if (change.lastDayOfOld.isBefore(day)) {
                least = Math.max(least, change.version);
            }
        }
        return least;
    }
}
