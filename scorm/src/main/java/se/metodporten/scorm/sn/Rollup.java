package se.metodporten.scorm.sn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.metodporten.scorm.LessonStatus;

/**
 * From the parts to the whole, the simple way: done when every part is done, passed when one of them was passed, failed
 * when all have ended and one was failed. The score is the mean of the parts that have one. A part that the manifest
 * does not let be tracked does not count.
 */
public final class Rollup {

    private Rollup() {}

    /** The activities whose results make the whole. */
    public static List<Activity> counting(ActivityTree tree) {
        List<Activity> all = tree.launchables();
        List<Activity> tracked =
                all.stream().filter(a -> a.rules().delivery().tracked()).toList();
        return tracked.isEmpty() ? all : tracked;
    }

    public static LessonStatus status(Collection<LessonStatus> parts) {
        if (parts.isEmpty()) {
            return LessonStatus.NOT_ATTEMPTED;
        }
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        if (parts.stream().allMatch(LessonStatus::isDone)) {
            return parts.contains(LessonStatus.PASSED) ? LessonStatus.PASSED : LessonStatus.COMPLETED;
        }
        if (parts.stream().allMatch(LessonStatus::isFinal)) {
            return LessonStatus.FAILED;
        }
        return parts.stream().allMatch(s -> s == LessonStatus.NOT_ATTEMPTED)
                ? LessonStatus.NOT_ATTEMPTED
                : LessonStatus.INCOMPLETE;
    }

    /** Of scores from 0 to 100. */
    public static Optional<BigDecimal> score(Collection<BigDecimal> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                parts.size() == 1 ? sum : sum.divide(BigDecimal.valueOf(parts.size()), 2, RoundingMode.HALF_UP));
    }
}
