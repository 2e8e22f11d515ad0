package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.metodporten.scorm.LessonStatus;

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

    /** Completed or passed, or a score of at least this. */
    static CompletionRule either(int atLeast) {
        return new Either(STATUS, score(atLeast));
    }

    /** Completed or passed, and a score of at least this. */
    static CompletionRule both(int atLeast) {
        return new Both(STATUS, score(atLeast));
    }

    boolean isFulfilledBy(AttemptResult result);

    /** As a setting keeps it: {@code status}, {@code passed}, {@code score:80}, {@code either:80}, {@code both:80}. */
    static Optional<CompletionRule> ofCode(String code) {
        Matcher scored = Pattern.compile("(score|either|both):(100|[0-9]{1,2})").matcher(code);
        if (scored.matches()) {
            int atLeast = Integer.parseInt(scored.group(2));
            return Optional.of(
                    switch (scored.group(1)) {
                        case "score" -> score(atLeast);
                        case "either" -> either(atLeast);
                        default -> both(atLeast);
                    });
        }
        return switch (code) {
            case "status" -> Optional.of(STATUS);
            case "passed" -> Optional.of(PASSED);
            default -> Optional.empty();
        };
    }

    record ByStatus(LessonStatus atLeast) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptResult result) {
            return result.status().compareTo(atLeast) >= 0;
        }
    }

    record ByScore(BigDecimal atLeast) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptResult result) {
            return result.score().filter(s -> s.compareTo(atLeast) >= 0).isPresent();
        }
    }

    record Either(CompletionRule one, CompletionRule other) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptResult result) {
            return one.isFulfilledBy(result) || other.isFulfilledBy(result);
        }
    }

    record Both(CompletionRule one, CompletionRule other) implements CompletionRule {
        @Override
        public boolean isFulfilledBy(AttemptResult result) {
            return one.isFulfilledBy(result) && other.isFulfilledBy(result);
        }
    }
}
