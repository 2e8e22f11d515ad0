package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.Rollup;

/**
 * All that is kept of a learner's attempt at a course; immutable.
 *
 * @param activities by identifier, those that were opened
 * @param current the activity delivered last
 * @param liveSession the session opened last
 * @param shared 2004: what {@code adl.data} holds, by target
 */
public record AttemptState(
        Standard standard,
        Map<String, ActivityState> activities,
        @Nullable String current,
        @Nullable String liveSession,
        Map<String, String> shared) {

    public AttemptState {
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
    }

    /** An attempt that nobody has opened yet. */
    public static AttemptState begin(Standard standard) {
        return new AttemptState(standard, Map.of(), null, null, Map.of());
    }

    /** Reads {@link #toJson()}; throws ScormException {@code state.malformed} for anything else. */
    public static AttemptState fromJson(String json) {
        return StateJson.read(json);
    }

    /** For one text column; lossless also for the unpaired surrogates that compressing content produces. */
    public String toJson() {
        return StateJson.write(this);
    }

    /** What is kept of an activity; untouched when it was never opened. */
    public ActivityState activity(String identifier) {
        return activities.getOrDefault(identifier, ActivityState.UNTOUCHED);
    }

    public LessonStatus status(String identifier) {
        return activity(identifier).status();
    }

    /** The result of the whole: see {@link Rollup}. */
    public AttemptResult result(ActivityTree tree) {
        List<Activity> counting = Rollup.counting(tree);
        LessonStatus status =
                Rollup.status(counting.stream().map(a -> status(a.identifier())).toList());
        Optional<BigDecimal> score = Rollup.score(counting.stream()
                .map(a -> activity(a.identifier()).score())
                .filter(Objects::nonNull)
                .toList());
        return new AttemptResult(status, score, totalTime());
    }

    /** Where the learner is in the part opened last, in content's own words; empty when it has said nothing. */
    public String location() {
        String element = switch (standard) {
            case SCORM_1_2 -> "cmi.core.lesson_location";
            case SCORM_2004 -> "cmi.location";
        };
        return current == null ? "" : activity(current).values().getOrDefault(element, "");
    }

    /** Each session once. */
    public Duration totalTime() {
        return activities.values().stream().map(ActivityState::totalTime).reduce(Duration.ZERO, Duration::plus);
    }

    /** What nobody would believe, of any activity. */
    public Set<Doubt> doubts() {
        return activities.values().stream().flatMap(a -> a.doubts().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The activity that has the session. */
    Optional<String> activityOf(String sessionId) {
        return activities.entrySet().stream()
                .filter(a -> a.getValue().indexOf(sessionId) >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    AttemptState with(String identifier, ActivityState activity, Map<String, String> sharedNow) {
        Map<String, ActivityState> all = new LinkedHashMap<>(activities);
        all.put(identifier, activity);
        return new AttemptState(standard, all, current, liveSession, sharedNow);
    }
}
