package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import se.metodporten.scorm.LessonStatus;

/**
 * What has come of an attempt so far.
 *
 * @param score 0–100
 */
public record AttemptResult(LessonStatus status, Optional<BigDecimal> score, Duration totalTime) {}
