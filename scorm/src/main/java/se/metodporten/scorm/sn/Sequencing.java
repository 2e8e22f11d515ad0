package se.metodporten.scorm.sn;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sequencing definition of one activity, as the manifest gives it, with the defaults of the specification
 * (Sequencing and Navigation, 4th edition, §3; Content Aggregation Model, 4th edition, §5.1). The vocabulary is the
 * manifest's, in its own spelling.
 */
public record Sequencing(
        ControlMode controlMode,
        List<Rule> preConditions,
        List<Rule> exitConditions,
        List<Rule> postConditions,
        Limits limits,
        Rollup rollup,
        List<Objective> objectives,
        Randomization randomization,
        Delivery delivery,
        Choice choice) {

    public static final Sequencing DEFAULT = new Sequencing(
            ControlMode.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            new Limits(null, null),
            Rollup.DEFAULT,
            List.of(),
            Randomization.DEFAULT,
            Delivery.DEFAULT,
            new Choice(false, false));

    public Sequencing {
        preConditions = List.copyOf(preConditions);
        exitConditions = List.copyOf(exitConditions);
        postConditions = List.copyOf(postConditions);
        objectives = List.copyOf(objectives);
    }

    /** §3.2. */
    public record ControlMode(
            boolean choice,
            boolean choiceExit,
            boolean flow,
            boolean forwardOnly,
            boolean useCurrentAttemptObjectiveInfo,
            boolean useCurrentAttemptProgressInfo) {
        public static final ControlMode DEFAULT = new ControlMode(true, true, false, false, true, true);
    }

    /**
     * §3.4.
     *
     * @param combination {@code all} or {@code any}
     */
    public record Rule(String combination, List<Condition> conditions, String action) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * @param objective empty for the primary one
     * @param not whether the condition is turned round
     */
    public record Condition(String objective, BigDecimal threshold, boolean not, String condition) {}

    /** §3.5; a limit of time is an ISO 8601 length. */
    public record Limits(
            @Nullable Integer attempts, @Nullable String attemptAbsoluteDuration) {}

    /** §3.7 and §3.8. */
    public record Rollup(
            boolean objectiveSatisfied,
            boolean progressCompletion,
            BigDecimal objectiveMeasureWeight,
            List<RollupRule> rules,
            String requiredForSatisfied,
            String requiredForNotSatisfied,
            String requiredForCompleted,
            String requiredForIncomplete,
            boolean measureSatisfactionIfActive) {
        public static final Rollup DEFAULT =
                new Rollup(true, true, BigDecimal.ONE, List.of(), "always", "always", "always", "always", true);

        public Rollup {
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param childSet {@code all}, {@code any}, {@code none}, {@code atLeastCount} or {@code atLeastPercent}
     * @param combination {@code all} or {@code any}
     */
    public record RollupRule(
            String childSet,
            int minimumCount,
            BigDecimal minimumPercent,
            String combination,
            List<Condition> conditions,
            String action) {
        public RollupRule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * §3.9.
     *
     * @param identifier empty for a primary objective without one
     */
    public record Objective(
            String identifier,
            boolean primary,
            boolean satisfiedByMeasure,
            BigDecimal minNormalizedMeasure,
            List<ObjectiveMap> maps) {
        public Objective {
            maps = List.copyOf(maps);
        }
    }

    /** How a local objective reads from and writes to a global one. */
    public record ObjectiveMap(
            String target,
            boolean readSatisfiedStatus,
            boolean writeSatisfiedStatus,
            boolean readNormalizedMeasure,
            boolean writeNormalizedMeasure,
            boolean readCompletionStatus,
            boolean writeCompletionStatus,
            boolean readProgressMeasure,
            boolean writeProgressMeasure,
            boolean readRawScore,
            boolean writeRawScore,
            boolean readMinScore,
            boolean writeMinScore,
            boolean readMaxScore,
            boolean writeMaxScore) {}

    /** §3.11; timings are {@code never}, {@code once} or {@code onEachNewAttempt}. */
    public record Randomization(
            String randomizationTiming,
            @Nullable Integer selectCount,
            boolean reorderChildren,
            String selectionTiming) {
        public static final Randomization DEFAULT = new Randomization("never", null, false, "never");
    }

    /** §3.13. */
    public record Delivery(boolean tracked, boolean completionSetByContent, boolean objectiveSetByContent) {
        public static final Delivery DEFAULT = new Delivery(true, false, false);
    }

    /** §3.3, constrained choice. */
    public record Choice(boolean preventActivation, boolean constrainChoice) {}

    /** Whether the primary objective needs a measure, and which; null when it does not. */
    public @Nullable BigDecimal passingMeasure() {
        return objectives.stream()
                .filter(o -> o.primary() && o.satisfiedByMeasure())
                .map(Objective::minNormalizedMeasure)
                .findFirst()
                .orElse(null);
    }
}
