package se.metodporten.scorm.runtime;

import java.math.BigDecimal;

/** When a course counts as done: authors use the status in different ways, so it is a setting of the course. */
public sealed interface CompletionRule {

    /** Completed or passed, the usual one. */
    CompletionRule STATUS = new ByStatus(LessonStatus.COMPLETED);

    /** Passed; completed is not enough. */
    CompletionRule PASSED = new ByStatus(LessonStatus.PASSED);

    /** A score of at least this, whatever the status says. */
    static CompletionRule score(int atLeast) {
        return new ByScore(BigDecimal.valueOf(atLeast));
    }

    boolean isFulfilledBy(AttemptState state);

    record ByStatus(LessonStatus atLeast) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptState state) {
            return state.status().compareTo(atLeast) >= 0;
        }
    }

    record ByScore(BigDecimal atLeast) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptState state) {
            return state.score().filter(s -> s.compareTo(atLeast) >= 0).isPresent();
        }
    }
}
