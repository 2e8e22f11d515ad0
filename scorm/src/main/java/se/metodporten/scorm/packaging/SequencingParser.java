package se.metodporten.scorm.packaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.packaging.XmlTree.Element;
import se.metodporten.scorm.sn.Sequencing;
import se.metodporten.scorm.sn.Sequencing.Choice;
import se.metodporten.scorm.sn.Sequencing.Condition;
import se.metodporten.scorm.sn.Sequencing.ControlMode;
import se.metodporten.scorm.sn.Sequencing.Delivery;
import se.metodporten.scorm.sn.Sequencing.Limits;
import se.metodporten.scorm.sn.Sequencing.Objective;
import se.metodporten.scorm.sn.Sequencing.ObjectiveMap;
import se.metodporten.scorm.sn.Sequencing.Randomization;
import se.metodporten.scorm.sn.Sequencing.Rollup;
import se.metodporten.scorm.sn.Sequencing.RollupRule;
import se.metodporten.scorm.sn.Sequencing.Rule;

/** IMS Simple Sequencing and ADL's additions (Content Aggregation Model, 4th edition, §5.1), with their defaults. */
final class SequencingParser {

    private final Map<String, Element> collection = new HashMap<>();
    private boolean rules;

    SequencingParser(Element manifest) {
        manifest.children("sequencingCollection")
                .flatMap(c -> c.children("sequencing"))
                .forEach(s -> s.given("ID").ifPresent(id -> collection.putIfAbsent(id, s)));
    }

    /** Whether anything was read that is kept but not evaluated. */
    boolean sawRules() {
        return rules;
    }

    Optional<Sequencing> of(Element parent) {
        return parent.child("sequencing").map(local -> {
            Parts parts =
                    new Parts(local, local.given("IDRef").map(collection::get).orElse(null));
            return read(parts);
        });
    }

    /** What an item says itself goes before what it refers to. */
    private record Parts(Element local, @Nullable Element shared) {
        Optional<Element> part(String name) {
            Optional<Element> own = local.child(name);
            return own.isPresent() || shared == null ? own : shared.child(name);
        }
    }

    private Sequencing read(Parts parts) {
        Optional<Element> sequencingRules = parts.part("sequencingRules");
        List<Rule> pre = rules(sequencingRules, "preConditionRule");
        List<Rule> exit = rules(sequencingRules, "exitConditionRule");
        List<Rule> post = rules(sequencingRules, "postConditionRule");
        Rollup rollup = rollup(parts);
        rules |= !pre.isEmpty()
                || !exit.isEmpty()
                || !post.isEmpty()
                || !rollup.rules().isEmpty();
        return new Sequencing(
                parts.part("controlMode").map(SequencingParser::controlMode).orElse(ControlMode.DEFAULT),
                pre,
                exit,
                post,
                parts.part("limitConditions").map(SequencingParser::limits).orElse(new Limits(null, null)),
                rollup,
                objectives(parts),
                parts.part("randomizationControls")
                        .map(SequencingParser::randomization)
                        .orElse(Randomization.DEFAULT),
                parts.part("deliveryControls").map(SequencingParser::delivery).orElse(Delivery.DEFAULT),
                parts.part("constrainedChoiceConsiderations")
                        .map(c -> new Choice(truth(c, "preventActivation", false), truth(c, "constrainChoice", false)))
                        .orElse(new Choice(false, false)));
    }

    private static ControlMode controlMode(Element e) {
        return new ControlMode(
                truth(e, "choice", true),
                truth(e, "choiceExit", true),
                truth(e, "flow", false),
                truth(e, "forwardOnly", false),
                truth(e, "useCurrentAttemptObjectiveInfo", true),
                truth(e, "useCurrentAttemptProgressInfo", true));
    }

    private static Limits limits(Element e) {
        return new Limits(
                number(e, "attemptLimit").map(BigDecimal::intValue).orElse(null),
                e.given("attemptAbsoluteDurationLimit").orElse(null));
    }

    private static List<Rule> rules(Optional<Element> all, String name) {
        return all.stream()
                .flatMap(a -> a.children(name))
                .map(rule -> new Rule(
                        rule.child("ruleConditions")
                                .flatMap(c -> c.given("conditionCombination"))
                                .orElse("all"),
                        conditions(rule, "ruleConditions", "ruleCondition"),
                        rule.child("ruleAction").flatMap(a -> a.given("action")).orElse("")))
                .toList();
    }

    private static List<Condition> conditions(Element rule, String all, String one) {
        return rule.children(all)
                .flatMap(c -> c.children(one))
                .map(c -> new Condition(
                        c.attribute("referencedObjective").orElse(""),
                        number(c, "measureThreshold").orElse(BigDecimal.ZERO),
                        c.attribute("operator").orElse("").equals("not"),
                        c.attribute("condition").orElse("always")))
                .toList();
    }

    private static Rollup rollup(Parts parts) {
        Optional<Element> rules = parts.part("rollupRules");
        Optional<Element> considerations = parts.part("rollupConsiderations");
        return new Rollup(
                rules.map(r -> truth(r, "rollupObjectiveSatisfied", true)).orElse(true),
                rules.map(r -> truth(r, "rollupProgressCompletion", true)).orElse(true),
                rules.flatMap(r -> number(r, "objectiveMeasureWeight")).orElse(BigDecimal.ONE),
                rules.stream()
                        .flatMap(r -> r.children("rollupRule"))
                        .map(SequencingParser::rollupRule)
                        .toList(),
                word(considerations, "requiredForSatisfied"),
                word(considerations, "requiredForNotSatisfied"),
                word(considerations, "requiredForCompleted"),
                word(considerations, "requiredForIncomplete"),
                considerations
                        .map(c -> truth(c, "measureSatisfactionIfActive", true))
                        .orElse(true));
    }

    private static String word(Optional<Element> considerations, String name) {
        return considerations.flatMap(c -> c.given(name)).orElse("always");
    }

    private static RollupRule rollupRule(Element rule) {
        return new RollupRule(
                rule.given("childActivitySet").orElse("all"),
                number(rule, "minimumCount").map(BigDecimal::intValue).orElse(0),
                number(rule, "minimumPercent").orElse(BigDecimal.ZERO),
                rule.child("rollupConditions")
                        .flatMap(c -> c.given("conditionCombination"))
                        .orElse("any"),
                conditions(rule, "rollupConditions", "rollupCondition"),
                rule.child("rollupAction").flatMap(a -> a.given("action")).orElse(""));
    }

    /** The primary one first; ADL's own element adds the maps of the 4th edition. */
    private static List<Objective> objectives(Parts parts) {
        // both are called objectives: IMS's holds the objectives, ADL's only their further maps
        List<Element> groups = Stream.of(parts.local(), parts.shared())
                .flatMap(Stream::ofNullable)
                .flatMap(s -> s.children("objectives"))
                .toList();
        Map<String, List<Element>> furtherMaps = new HashMap<>();
        List<Objective> objectives = new ArrayList<>();
        for (Element group : groups) {
            if (group.namespace().contains("adlseq")) {
                group.children("objective")
                        .forEach(o -> furtherMaps
                                .computeIfAbsent(o.attribute("objectiveID").orElse(""), id -> new ArrayList<>())
                                .addAll(o.children("mapInfo").toList()));
            }
        }
        for (Element group : groups) {
            if (!group.namespace().contains("adlseq") && objectives.isEmpty()) {
                group.children("primaryObjective")
                        .limit(1)
                        .forEach(o -> objectives.add(objective(o, true, furtherMaps)));
                group.children("objective").forEach(o -> objectives.add(objective(o, false, furtherMaps)));
            }
        }
        return objectives;
    }

    private static Objective objective(Element e, boolean primary, Map<String, List<Element>> furtherMaps) {
        String identifier = e.attribute("objectiveID").orElse("");
        List<Element> further = furtherMaps.getOrDefault(identifier, List.of());
        return new Objective(
                identifier,
                primary,
                truth(e, "satisfiedByMeasure", false),
                e.childText("minNormalizedMeasure")
                        .flatMap(SequencingParser::number)
                        .filter(m -> m.abs().compareTo(BigDecimal.ONE) <= 0)
                        .orElse(new BigDecimal("1.0")),
                Stream.concat(
                                e.children("mapInfo").map(m -> map(m, true)),
                                further.stream().map(m -> map(m, false)))
                        .toList());
    }

    /** @param ims whether satisfied status and normalized measure are read where nothing is said */
    private static ObjectiveMap map(Element m, boolean ims) {
        return new ObjectiveMap(
                m.attribute("targetObjectiveID").orElse(""),
                truth(m, "readSatisfiedStatus", ims),
                truth(m, "writeSatisfiedStatus", false),
                truth(m, "readNormalizedMeasure", ims),
                truth(m, "writeNormalizedMeasure", false),
                truth(m, "readCompletionStatus", !ims),
                truth(m, "writeCompletionStatus", false),
                truth(m, "readProgressMeasure", !ims),
                truth(m, "writeProgressMeasure", false),
                truth(m, "readRawScore", !ims),
                truth(m, "writeRawScore", false),
                truth(m, "readMinScore", !ims),
                truth(m, "writeMinScore", false),
                truth(m, "readMaxScore", !ims),
                truth(m, "writeMaxScore", false));
    }

    private static Randomization randomization(Element e) {
        return new Randomization(
                e.given("randomizationTiming").orElse("never"),
                number(e, "selectCount").map(BigDecimal::intValue).orElse(null),
                truth(e, "reorderChildren", false),
                e.given("selectionTiming").orElse("never"));
    }

    private static Delivery delivery(Element e) {
        return new Delivery(
                truth(e, "tracked", true),
                truth(e, "completionSetByContent", false),
                truth(e, "objectiveSetByContent", false));
    }

    static boolean truth(Element element, String attribute, boolean unless) {
        return element.given(attribute)
                .map(v -> v.equalsIgnoreCase("true") || v.equals("1")
                        ? Boolean.TRUE
                        : v.equalsIgnoreCase("false") || v.equals("0") ? Boolean.FALSE : Boolean.valueOf(unless))
                .orElse(unless);
    }

    private static Optional<BigDecimal> number(Element element, String attribute) {
        return element.given(attribute).flatMap(SequencingParser::number);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?[0-9]{1,9}(\\.[0-9]{0,12})?|[+-]?\\.[0-9]{1,12}")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
