package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.sn.LaunchData;

/**
 * SCORM 2004: completion and success. A threshold in the manifest decides each of them, whatever content said (RTE 4th
 * edition, §4.2.4.1 and §4.2.22.1); content that ends without a word about its completion is completed (Sequencing and
 * Navigation, UP.4).
 */
record Rules2004(LaunchData launch) implements Rules {

    static final String COMPLETION = "cmi.completion_status";
    static final String SUCCESS = "cmi.success_status";
    static final String SCALED = "cmi.score.scaled";
    static final String RAW = "cmi.score.raw";
    private static final String MIN = "cmi.score.min";
    private static final String MAX = "cmi.score.max";
    private static final String PROGRESS = "cmi.progress_measure";
    private static final String UNKNOWN = "unknown";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public @Nullable LessonStatus judged(Word word, LessonStatus before) {
        String success = success(word.values());
        if (success.equals("passed")) {
            return LessonStatus.PASSED;
        }
        if (success.equals("failed")) {
            return LessonStatus.FAILED;
        }
        return switch (completion(word.values())) {
            case "completed" -> LessonStatus.COMPLETED;
            case "incomplete" -> LessonStatus.INCOMPLETE;
            case "not attempted" -> LessonStatus.NOT_ATTEMPTED;
            default ->
                word.ends() && launch.completionThreshold() == null ? LessonStatus.COMPLETED : begun(word, before);
        };
    }

    private static @Nullable LessonStatus begun(Word word, LessonStatus before) {
        return word.spoken() && before == LessonStatus.NOT_ATTEMPTED ? LessonStatus.INCOMPLETE : null;
    }

    /** As content reads it. */
    String completion(Map<String, String> values) {
        return measured(launch.completionThreshold(), PROGRESS, "completed", "incomplete", values)
                .orElse(values.getOrDefault(COMPLETION, UNKNOWN));
    }

    /** As content reads it. */
    String success(Map<String, String> values) {
        return measured(launch.scaledPassingScore(), SCALED, "passed", "failed", values)
                .orElse(values.getOrDefault(SUCCESS, UNKNOWN));
    }

    private static Optional<String> measured(
            @Nullable BigDecimal threshold, String measure, String reached, String not, Map<String, String> values) {
        if (threshold == null) {
            return Optional.empty();
        }
        return Optional.of(Rules.number(values, measure)
                .map(has -> has.compareTo(threshold) >= 0 ? reached : not)
                .orElse(UNKNOWN));
    }

    /** The scaled score, else the raw one in its range, from 0 to 100. */
    @Override
    public Optional<BigDecimal> score(Map<String, String> values) {
        Optional<BigDecimal> scaled = Rules.number(values, SCALED).map(s -> s.multiply(HUNDRED));
        return scaled.or(() -> Rules.number(values, RAW).flatMap(raw -> inRange(raw, values)))
                .map(s -> s.max(BigDecimal.ZERO).min(HUNDRED).setScale(2, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> inRange(BigDecimal raw, Map<String, String> values) {
        BigDecimal min = Rules.number(values, MIN).orElse(BigDecimal.ZERO);
        BigDecimal max = Rules.number(values, MAX).orElse(HUNDRED);
        return max.compareTo(min) <= 0
                ? Optional.empty()
                : Optional.of(raw.subtract(min).multiply(HUNDRED).divide(max.subtract(min), 2, RoundingMode.HALF_UP));
    }

    @Override
    public boolean isOutsideItsRange(Map<String, String> values) {
        Optional<BigDecimal> raw = Rules.number(values, RAW);
        boolean above = raw.isPresent()
                && Rules.number(values, MAX)
                        .filter(max -> raw.get().compareTo(max) > 0)
                        .isPresent();
        boolean below = raw.isPresent()
                && Rules.number(values, MIN)
                        .filter(min -> raw.get().compareTo(min) < 0)
                        .isPresent();
        return above || below;
    }

    @Override
    public boolean keepsContentsWords() {
        return true;
    }

    /** Content finds the objectives of the manifest. */
    @Override
    public Map<String, String> seeds() {
        Map<String, String> seeds = new LinkedHashMap<>();
        for (int i = 0; i < launch.objectives().size(); i++) {
            seeds.put("cmi.objectives." + i + ".id", launch.objectives().get(i));
        }
        return seeds;
    }
}
