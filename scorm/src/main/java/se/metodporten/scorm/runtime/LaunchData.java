package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an item's manifest gives its content at launch (SCORM Content Aggregation Model 1.2, {@code adlcp} extensions).
 *
 * @param masteryScore 0–100
 * @param maxTimeAllowed a CMITimespan
 */
public record LaunchData(
        @Nullable BigDecimal masteryScore,
        @Nullable String maxTimeAllowed,
        @Nullable String timeLimitAction,
        @Nullable String dataFromLms) {

    public static final LaunchData NONE = new LaunchData(null, null, null, null);
}
