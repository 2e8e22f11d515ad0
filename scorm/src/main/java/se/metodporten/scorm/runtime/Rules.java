package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.LaunchData;

/** What one standard makes of what content says. */
sealed interface Rules permits Rules12, Rules2004 {

    static Rules of(Standard standard, LaunchData launch) {
        return switch (standard) {
            case SCORM_1_2 -> new Rules12(launch);
            case SCORM_2004 -> new Rules2004(launch);
        };
    }

    /**
     * What a commit says, as far as the status is concerned.
     *
     * @param values what content may read again, after the commit
     * @param sets what it has set with this commit
     * @param reported 1.2: its own last word about the status; null for an old session, or when it never said one
     * @param spoken whether it has said anything at all in this session
     * @param ends whether content has ended, and not to come back
     */
    record Word(
            Map<String, String> values,
            Map<String, String> sets,
            @Nullable LessonStatus reported,
            boolean spoken,
            boolean ends) {}

    /** What this says about the status, before the rule that it never falls; null for nothing. */
    @Nullable
    LessonStatus judged(Word word, LessonStatus before);

    /** 0–100. */
    Optional<BigDecimal> score(Map<String, String> values);

    /** Whether a raw score lies outside the range that content gave itself. */
    default boolean isOutsideItsRange(Map<String, String> values) {
        return false;
    }

    /** Whether content reads its own last words again, whatever counts; otherwise what counts. */
    boolean keepsContentsWords();

    /** The values that a learner attempt begins with. */
    Map<String, String> seeds();

    static Optional<BigDecimal> number(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value));
    }
}
