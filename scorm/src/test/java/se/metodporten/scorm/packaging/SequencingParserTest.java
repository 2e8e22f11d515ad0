package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.scorm.packaging.Parsed.parse;
import static se.metodporten.scorm.packaging.Parsed.resource;
import static se.metodporten.scorm.packaging.Parsed.with2004;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.sn.ActivityTree;
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

/** Sequencing as manifests write it (Content Aggregation Model 2004, 4th edition, §5.1): read whole, with its defaults. */
class SequencingParserTest {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private static Parsed item(String sequencing) {
        return parse(
                with2004(
                        "<item identifier='i' identifierref='r'><title>I</title>" + sequencing + "</item>",
                        resource("href='a.html'")),
                "a.html");
    }

    private static Sequencing read(String sequencing) {
        return item(sequencing).first().sequencing().orElseThrow();
    }

    @Test
    void what_says_nothing_has_the_defaults_of_the_specification() {
        assertThat(item("").first().sequencing()).isEmpty();
        assertThat(item("").first().rules()).isEqualTo(Sequencing.DEFAULT);
        assertThat(read("<imsss:sequencing/>")).isEqualTo(Sequencing.DEFAULT);
        assertThat(Sequencing.DEFAULT.controlMode()).isEqualTo(new ControlMode(true, true, false, false, true, true));
    }

    @Test
    void control_modes_limits_delivery_choice_and_randomization_are_read() {
        Sequencing read = read("""
                <imsss:sequencing>
                  <imsss:controlMode choice='false' choiceExit='0' flow='true' forwardOnly='1'
                     useCurrentAttemptObjectiveInfo='false' useCurrentAttemptProgressInfo='false'/>
                  <imsss:limitConditions attemptLimit='3' attemptAbsoluteDurationLimit='PT1H'/>
                  <imsss:randomizationControls randomizationTiming='once' selectCount='2' reorderChildren='true'
                     selectionTiming='onEachNewAttempt'/>
                  <imsss:deliveryControls tracked='false' completionSetByContent='true' objectiveSetByContent='true'/>
                  <adlseq:constrainedChoiceConsiderations preventActivation='true' constrainChoice='true'/>
                </imsss:sequencing>""");
        assertThat(read.controlMode()).isEqualTo(new ControlMode(false, false, true, true, false, false));
        assertThat(read.limits()).isEqualTo(new Limits(3, "PT1H"));
        assertThat(read.randomization()).isEqualTo(new Randomization("once", 2, true, "onEachNewAttempt"));
        assertThat(read.delivery()).isEqualTo(new Delivery(false, true, true));
        assertThat(read.choice()).isEqualTo(new Choice(true, true));
    }

    @Test
    void rules_keep_their_kind_order_conditions_and_action() {
        Sequencing read = read("""
                <imsss:sequencing><imsss:sequencingRules>
                  <imsss:preConditionRule>
                    <imsss:ruleConditions conditionCombination='any'>
                      <imsss:ruleCondition referencedObjective='o' condition='objectiveMeasureGreaterThan' measureThreshold='0.5'/>
                      <imsss:ruleCondition operator='not' condition='attempted'/>
                    </imsss:ruleConditions><imsss:ruleAction action='skip'/></imsss:preConditionRule>
                  <imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition='always'/></imsss:ruleConditions>
                    <imsss:ruleAction action='disabled'/></imsss:preConditionRule>
                  <imsss:exitConditionRule><imsss:ruleConditions><imsss:ruleCondition condition='satisfied'/></imsss:ruleConditions>
                    <imsss:ruleAction action='exit'/></imsss:exitConditionRule>
                  <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition='completed'/></imsss:ruleConditions>
                    <imsss:ruleAction action='retryAll'/></imsss:postConditionRule>
                </imsss:sequencingRules></imsss:sequencing>""");
        assertThat(read.preConditions())
                .containsExactly(
                        new Rule(
                                "any",
                                List.of(
                                        new Condition("o", new BigDecimal("0.5"), false, "objectiveMeasureGreaterThan"),
                                        new Condition("", ZERO, true, "attempted")),
                                "skip"),
                        new Rule("all", List.of(new Condition("", ZERO, false, "always")), "disabled"));
        assertThat(read.exitConditions())
                .containsExactly(new Rule("all", List.of(new Condition("", ZERO, false, "satisfied")), "exit"));
        assertThat(read.postConditions())
                .containsExactly(new Rule("all", List.of(new Condition("", ZERO, false, "completed")), "retryAll"));
    }

    @Test
    void rollup_keeps_its_rules_its_weight_and_what_is_required() {
        Rollup rollup = read("""
                <imsss:sequencing>
                  <imsss:rollupRules rollupObjectiveSatisfied='false' rollupProgressCompletion='false' objectiveMeasureWeight='0.25'>
                    <imsss:rollupRule childActivitySet='atLeastPercent' minimumPercent='0.6'>
                      <imsss:rollupConditions><imsss:rollupCondition operator='not' condition='satisfied'/></imsss:rollupConditions>
                      <imsss:rollupAction action='incomplete'/></imsss:rollupRule>
                    <imsss:rollupRule childActivitySet='atLeastCount' minimumCount='2'>
                      <imsss:rollupConditions conditionCombination='all'><imsss:rollupCondition condition='completed'/></imsss:rollupConditions>
                      <imsss:rollupAction action='completed'/></imsss:rollupRule>
                  </imsss:rollupRules>
                  <adlseq:rollupConsiderations requiredForSatisfied='ifAttempted' requiredForNotSatisfied='ifNotSkipped'
                     requiredForCompleted='ifNotSuspended' requiredForIncomplete='ifAttempted' measureSatisfactionIfActive='false'/>
                </imsss:sequencing>""").rollup();
        assertThat(rollup)
                .isEqualTo(new Rollup(
                        false,
                        false,
                        new BigDecimal("0.25"),
                        List.of(
                                new RollupRule(
                                        "atLeastPercent",
                                        0,
                                        new BigDecimal("0.6"),
                                        "any",
                                        List.of(new Condition("", ZERO, true, "satisfied")),
                                        "incomplete"),
                                new RollupRule(
                                        "atLeastCount",
                                        2,
                                        ZERO,
                                        "all",
                                        List.of(new Condition("", ZERO, false, "completed")),
                                        "completed")),
                        "ifAttempted",
                        "ifNotSkipped",
                        "ifNotSuspended",
                        "ifAttempted",
                        false));
    }

    /** IMS's maps read satisfied status and measure unless they say no; ADL's read the rest. */
    @Test
    void objectives_have_the_primary_first_and_the_maps_of_both_namespaces() {
        List<Objective> objectives = read("""
                <imsss:sequencing>
                  <imsss:objectives>
                    <imsss:objective objectiveID='second'/>
                    <imsss:primaryObjective objectiveID='main' satisfiedByMeasure='true'>
                      <imsss:minNormalizedMeasure>-0.5</imsss:minNormalizedMeasure>
                      <imsss:mapInfo targetObjectiveID='g' readNormalizedMeasure='false' writeSatisfiedStatus='true'/>
                    </imsss:primaryObjective>
                  </imsss:objectives>
                  <adlseq:objectives><adlseq:objective objectiveID='main'>
                    <adlseq:mapInfo targetObjectiveID='h' readRawScore='false' writeProgressMeasure='true'/>
                  </adlseq:objective></adlseq:objectives>
                </imsss:sequencing>""").objectives();
        ObjectiveMap ims = new ObjectiveMap(
                "g", true, true, false, false, false, false, false, false, false, false, false, false, false, false);
        ObjectiveMap adl = new ObjectiveMap(
                "h", false, false, false, false, true, false, true, true, false, false, true, false, true, false);
        assertThat(objectives)
                .containsExactly(
                        new Objective("main", true, true, new BigDecimal("-0.5"), List.of(ims, adl)),
                        new Objective("second", false, false, new BigDecimal("1.0"), List.of()));
    }

    @Test
    void what_an_item_says_itself_goes_before_what_it_refers_to() {
        String manifest = with2004(
                        "<item identifier='i' identifierref='r'><title>I</title><imsss:sequencing IDRef='s'>"
                                + "<imsss:controlMode flow='true'/></imsss:sequencing></item>",
                        resource("href='a.html'"))
                .replace(
                        "</manifest>",
                        "<imsss:sequencingCollection><imsss:sequencing ID='s'><imsss:controlMode choice='false'/>"
                                + "<imsss:limitConditions attemptLimit='2'/></imsss:sequencing></imsss:sequencingCollection></manifest>");
        Sequencing read = parse(manifest, "a.html").first().sequencing().orElseThrow();
        assertThat(read.controlMode()).isEqualTo(new ControlMode(true, true, true, false, true, true));
        assertThat(read.limits().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<imsss:controlMode choice='kanske' flow=''/>",
                "<imsss:limitConditions attemptLimit='många'/>",
                "<imsss:limitConditions attemptLimit='1e999999999'/>",
                "<imsss:rollupRules objectiveMeasureWeight='NaN'/>",
                "<imsss:randomizationControls selectCount='99999999999999999999'/>",
                "<imsss:deliveryControls tracked='ja'/>",
                "<imsss:okänt><imsss:djupare/></imsss:okänt>"
            })
    void nonsense_is_as_good_as_nothing(String element) {
        assertThat(read("<imsss:sequencing>" + element + "</imsss:sequencing>")).isEqualTo(Sequencing.DEFAULT);
    }

    @Test
    void all_of_it_is_stored_with_the_course() {
        ActivityTree tree = item("""
                        <imsss:sequencing><imsss:controlMode flow='true'/><imsss:limitConditions attemptLimit='3'/>
                          <imsss:rollupRules objectiveMeasureWeight='0.5'><imsss:rollupRule><imsss:rollupConditions>
                            <imsss:rollupCondition condition='satisfied'/></imsss:rollupConditions>
                            <imsss:rollupAction action='satisfied'/></imsss:rollupRule></imsss:rollupRules>
                          <imsss:objectives><imsss:primaryObjective objectiveID='o'>
                            <imsss:mapInfo targetObjectiveID='g'/></imsss:primaryObjective></imsss:objectives>
                        </imsss:sequencing>""").whole().tree();
        assertThat(ActivityTree.fromJson(tree.toJson())).isEqualTo(tree);
    }
}
