package se.metodporten.scorm.sn;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item's manifest gives its content at launch (SCORM Content Aggregation Model 1.2 §2.3.2.5; 2004 4th edition
 * §3.4.1).
 *
 * @param masteryScore 1.2: 0–100
 * @param maxTimeAllowed in the standard's own notation
 * @param scaledPassingScore 2004: -1–1; only when the primary objective is satisfied by measure
 * @param completionThreshold 2004: 0–1; only when the item is completed by measure
 * @param objectives 2004: identifiers of the objectives that content finds, the primary one first
 * @param shared 2004: data that content shares with other activities
 */
public record LaunchData(
        @Nullable BigDecimal masteryScore,
        @Nullable String maxTimeAllowed,
        @Nullable String timeLimitAction,
        @Nullable String dataFromLms,
        @Nullable BigDecimal scaledPassingScore,
        @Nullable BigDecimal completionThreshold,
        List<String> objectives,
        List<SharedData> shared) {

    public static final LaunchData NONE = scorm12(null, null, null, null);

    public LaunchData {
        objectives = List.copyOf(objectives);
        shared = List.copyOf(shared);
    }

    /** One entry of {@code adl.data}: a store that all activities with the same target see. */
    public record SharedData(String target, boolean readable, boolean writable) {}

    public static LaunchData scorm12(
            @Nullable BigDecimal masteryScore,
            @Nullable String maxTimeAllowed,
            @Nullable String timeLimitAction,
            @Nullable String dataFromLms) {
        return new LaunchData(
                masteryScore, maxTimeAllowed, timeLimitAction, dataFromLms, null, null, List.of(), List.of());
    }
}
