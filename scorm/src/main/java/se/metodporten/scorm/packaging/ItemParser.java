package se.metodporten.scorm.packaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Manifest.Item;
import se.metodporten.scorm.packaging.Manifest.Organization;
import se.metodporten.scorm.packaging.XmlTree.Element;
import se.metodporten.scorm.runtime.DataModel;
import se.metodporten.scorm.sn.Activity.Control;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.LaunchData.SharedData;
import se.metodporten.scorm.sn.Prerequisites;
import se.metodporten.scorm.sn.Sequencing;

/** The tables of contents of a manifest. */
final class ItemParser {

    private static final int LONGEST_TITLE = 500;

    private final Standard standard;
    private final ResourceParser resources;
    private final SequencingParser sequencing;
    private final Findings findings;
    private final Map<String, Element> submanifests = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final DataModel types;

    ItemParser(
            Standard standard, Element root, ResourceParser resources, SequencingParser sequencing, Findings findings) {
        this.standard = standard;
        this.resources = resources;
        this.sequencing = sequencing;
        this.findings = findings;
        this.types = DataModel.of(standard);
        collectSubmanifests(root);
    }

    private void collectSubmanifests(Element manifest) {
        manifest.children("manifest").forEach(inner -> {
            inner.given("identifier").ifPresent(id -> submanifests.putIfAbsent(id, inner));
            collectSubmanifests(inner);
        });
    }

    Organization organization(Element element) {
        String identifier = identifier(element);
        return new Organization(
                identifier,
                title(element, identifier),
                items(element),
                sequencing(element),
                SequencingParser.truth(element, "objectivesGlobalToSystem", true),
                SequencingParser.truth(element, "sharedDataGlobalToSystem", true));
    }

    private List<Item> items(Element parent) {
        return parent.children("item").map(this::item).toList();
    }

    private Item item(Element element) {
        String identifier = identifier(element);
        Optional<String> reference = element.given("identifierref");
        List<Item> items = new ArrayList<>(items(element));
        Optional<String> resource = reference
                .filter(r -> !submanifests.containsKey(r))
                .filter(r -> resources.check(element, identifier, r));
        reference.ifPresent(r -> items.addAll(joinedItems(element, r)));
        if (reference.isEmpty() && items.isEmpty()) {
            findings.tell(element, Problem.ITEM_EMPTY, identifier);
        }
        Optional<Sequencing> rules = sequencing(element);
        return new Item(
                identifier,
                title(element, identifier),
                resource,
                SequencingParser.truth(element, "isvisible", true),
                element.attribute("parameters").orElse(""),
                prerequisites(element, identifier),
                hidden(element),
                launchData(element, identifier, rules.orElse(Sequencing.DEFAULT)),
                rules,
                items,
                element.line());
    }

    /** A manifest inside the manifest stands where an item refers to it, once. */
    private List<Item> joinedItems(Element item, String reference) {
        @Nullable Element manifest = submanifests.get(reference);
        if (manifest == null || !joined.add(reference)) {
            return List.of();
        }
        findings.tell(item, Problem.SUBMANIFEST_JOINED);
        return manifest.children("organizations")
                .flatMap(all -> all.children("organization").limit(1))
                .flatMap(organization -> items(organization).stream())
                .toList();
    }

    private Optional<Sequencing> sequencing(Element element) {
        return standard == Standard.SCORM_2004 ? sequencing.of(element) : Optional.empty();
    }

    private String prerequisites(Element element, String identifier) {
        if (standard != Standard.SCORM_1_2) {
            return "";
        }
        String script = element.childText("prerequisites").orElse("");
        if (!script.isEmpty() && Prerequisites.parse(script).isEmpty()) {
            findings.tell(element, Problem.PREREQUISITES_UNREADABLE, identifier, script);
            return "";
        }
        return script;
    }

    private static Set<Control> hidden(Element element) {
        Set<Control> hidden = EnumSet.noneOf(Control.class);
        element.children("presentation")
                .flatMap(p -> p.children("navigationInterface"))
                .flatMap(n -> n.children("hideLMSUI"))
                .map(Element::text)
                .forEach(word -> Arrays.stream(Control.values())
                        .filter(c -> c.name().replace("_", "").equalsIgnoreCase(word))
                        .forEach(hidden::add));
        return hidden;
    }

    private LaunchData launchData(Element element, String item, Sequencing rules) {
        return standard == Standard.SCORM_1_2 ? launch12(element, item) : launch2004(element, item, rules);
    }

    /** Content Aggregation Model 1.2 §2.3.2.5: the adlcp elements of an item. */
    private LaunchData launch12(Element element, String item) {
        Optional<String> mastery = given(element, item, "masteryscore", "cmi.core.score.raw");
        return LaunchData.scorm12(
                mastery.map(BigDecimal::new).orElse(null),
                given(element, item, "maxtimeallowed", "cmi.student_data.max_time_allowed")
                        .orElse(null),
                given(element, item, "timelimitaction", "cmi.student_data.time_limit_action")
                        .orElse(null),
                given(element, item, "datafromlms", "cmi.launch_data").orElse(null));
    }

    /** Content Aggregation Model, 4th edition, §3.4.1.11–3.4.1.15. */
    private LaunchData launch2004(Element element, String item, Sequencing rules) {
        @Nullable String limit = rules.limits().attemptAbsoluteDuration();
        return new LaunchData(
                null,
                limit == null
                                || types.faultOfGiven("cmi.max_time_allowed", limit)
                                        .isPresent()
                        ? null
                        : limit,
                given(element, item, "timeLimitAction", "cmi.time_limit_action").orElse(null),
                given(element, item, "dataFromLMS", "cmi.launch_data").orElse(null),
                rules.passingMeasure(),
                completionThreshold(element, item),
                rules.objectives().stream()
                        .map(Sequencing.Objective::identifier)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList(),
                element.children("data")
                        .flatMap(d -> d.children("map"))
                        .flatMap(this::sharedData)
                        .toList());
    }

    private Stream<SharedData> sharedData(Element map) {
        return map.given("targetID").stream()
                .map(target -> new SharedData(
                        target,
                        SequencingParser.truth(map, "readSharedData", true),
                        SequencingParser.truth(map, "writeSharedData", true)));
    }

    /** As attributes in the 4th edition, as text in the 3rd. */
    private @Nullable BigDecimal completionThreshold(Element element, String item) {
        Optional<Element> threshold = element.child("completionThreshold");
        if (threshold.isEmpty()) {
            return null;
        }
        String text = threshold.get().text();
        boolean byMeasure = SequencingParser.truth(threshold.get(), "completedByMeasure", !text.isEmpty());
        String least = threshold.get().given("minProgressMeasure").orElse(text.isEmpty() ? "1.0" : text);
        Optional<String> fault = types.faultOfGiven("cmi.completion_threshold", least);
        if (fault.isPresent()) {
            findings.tell(threshold.get(), Problem.VALUE_IGNORED, "completionThreshold", item, fault.get());
            return null;
        }
        return byMeasure ? new BigDecimal(least) : null;
    }

    private Optional<String> given(Element item, String identifier, String child, String as) {
        Optional<String> value = item.childText(child);
        Optional<String> fault = value.flatMap(v -> types.faultOfGiven(as, v));
        if (fault.isPresent()) {
            findings.tell(item.child(child).orElse(item), Problem.VALUE_IGNORED, child, identifier, fault.get());
            return Optional.empty();
        }
        return value;
    }

    String title(Element element, String identifier) {
        Optional<String> title = element.childText("title").map(t -> t.replaceAll("\\s+", " "));
        if (title.isEmpty()) {
            findings.tell(element, Problem.TITLE_MISSING, element.name(), identifier);
        }
        String shown = title.orElse(identifier);
        return shown.length() <= LONGEST_TITLE ? shown : shown.substring(0, LONGEST_TITLE) + "…";
    }

    private String identifier(Element element) {
        Optional<String> said = element.given("identifier");
        if (said.isEmpty()) {
            findings.tell(element, Problem.IDENTIFIER_MISSING, element.name());
        }
        String wanted = said.orElse(element.name() + "-" + element.line());
        String identifier = wanted;
        for (int n = 2; !identifiers.add(identifier); n++) {
            identifier = wanted + "~" + n;
        }
        if (said.isPresent() && !identifier.equals(wanted)) {
            findings.tell(element, Problem.IDENTIFIER_TWICE, wanted);
        }
        return identifier;
    }
}
