package se.metodporten.scorm.packaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Manifest.Item;
import se.metodporten.scorm.packaging.Manifest.Organization;
import se.metodporten.scorm.packaging.Manifest.Resource;
import se.metodporten.scorm.packaging.XmlTree.Element;
import se.metodporten.scorm.runtime.DataModel;
import se.metodporten.scorm.runtime.LaunchData;

/** From XML to {@link Manifest}, with everything on the way that an author should know. */
final class ManifestParser {

    private static final String ADLCP_1_2 = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
    private static final String ADLCP_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3";
    /** Beyond this many findings nobody reads. */
    private static final int MOST_FINDINGS = 200;

    private final Set<String> fileNames;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Map<String, String> hrefsOutside = new HashMap<>();
    private final DataModel types = DataModel.of(Standard.SCORM_1_2);

    ManifestParser(List<PackageFile> files) {
        fileNames = files.stream().map(PackageFile::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Empty when there is nothing to tell of; the findings say why. */
    Optional<Manifest> parse(Element root) {
        if (!root.name().equals("manifest")) {
            tell(root, Problem.NOT_A_MANIFEST, root.name());
            return Optional.empty();
        }
        Optional<Standard> standard = standard(root);
        Optional<Element> organization = organization(root);
        if (standard.isEmpty() || organization.isEmpty()) {
            return Optional.empty();
        }
        root.children("manifest").forEach(m -> tell(m, Problem.SUBMANIFEST_IGNORED));
        Map<String, Resource> resources = resources(root);
        Manifest manifest = new Manifest(
                identifier(root),
                root.attribute("version").orElse(null),
                standard.get(),
                organization(organization.get(), resources),
                List.copyOf(resources.values()));
        int launchable = manifest.launchables().size();
        if (launchable == 0) {
            tell(organization.get(), Problem.NOTHING_TO_LAUNCH);
        } else if (launchable > 1) {
            tell(organization.get(), Problem.SEVERAL_SCOS, launchable);
        }
        return Optional.of(manifest);
    }

    private Optional<Standard> standard(Element root) {
        Optional<Element> metadata = root.child("metadata");
        String version = metadata.flatMap(m -> m.childText("schemaversion")).orElse("");
        Set<String> namespaces = root.namespaces().collect(Collectors.toUnmodifiableSet());
        if (version.contains("2004") || version.contains("1.3") || namespaces.contains(ADLCP_2004)) {
            tell(root, Problem.STANDARD_NOT_RUNNABLE, version.isEmpty() ? "2004" : version);
            return Optional.of(Standard.SCORM_2004);
        }
        if (version.equals("1.2")) {
            return Optional.of(Standard.SCORM_1_2);
        }
        if (namespaces.contains(ADLCP_1_2)) {
            if (!version.isEmpty()) {
                tell(metadata.orElse(root), Problem.SCHEMA_VERSION_ODD, version);
            }
            return Optional.of(Standard.SCORM_1_2);
        }
        tell(root, Problem.STANDARD_UNKNOWN, version);
        return Optional.empty();
    }

    private Optional<Element> organization(Element root) {
        Optional<Element> all = root.child("organizations");
        List<Element> organizations =
                all.map(a -> a.children("organization").toList()).orElse(List.of());
        if (organizations.isEmpty()) {
            tell(all.orElse(root), Problem.NO_ORGANIZATION);
            return Optional.empty();
        }
        Optional<String> wanted = all.flatMap(a -> a.attribute("default")).filter(d -> !d.isEmpty());
        Element chosen = organizations.get(0);
        if (wanted.isPresent()) {
            Optional<Element> named = organizations.stream()
                    .filter(o -> o.attribute("identifier").equals(wanted))
                    .findFirst();
            if (named.isEmpty()) {
                tell(all.get(), Problem.DEFAULT_UNKNOWN, wanted.get());
            }
            chosen = named.orElse(chosen);
        }
        if (organizations.size() > 1) {
            tell(
                    chosen,
                    Problem.SEVERAL_ORGANIZATIONS,
                    organizations.size(),
                    chosen.attribute("identifier").orElse("?"));
        }
        return Optional.of(chosen);
    }

    private Organization organization(Element element, Map<String, Resource> resources) {
        String identifier = identifier(element);
        return new Organization(identifier, title(element, identifier), items(element, resources));
    }

    private List<Item> items(Element parent, Map<String, Resource> resources) {
        return parent.children("item").map(i -> item(i, resources)).toList();
    }

    private Item item(Element element, Map<String, Resource> resources) {
        String identifier = identifier(element);
        Optional<String> reference = element.attribute("identifierref").filter(r -> !r.isEmpty());
        reference.ifPresent(r -> checkReference(element, identifier, r, resources.get(r)));
        List<Item> items = items(element, resources);
        if (reference.isEmpty() && items.isEmpty()) {
            tell(element, Problem.ITEM_EMPTY, identifier);
        }
        Optional<String> prerequisites = element.childText("prerequisites");
        prerequisites.ifPresent(p -> tell(element, Problem.PREREQUISITES_IGNORED, identifier, p));
        return new Item(
                identifier,
                title(element, identifier),
                reference.filter(resources::containsKey),
                !element.attribute("isvisible").orElse("true").equalsIgnoreCase("false"),
                element.attribute("parameters").orElse(""),
                prerequisites,
                launchData(element, identifier),
                items,
                element.line());
    }

    private void checkReference(Element element, String identifier, String reference, @Nullable Resource resource) {
        if (resource == null) {
            tell(element, Problem.RESOURCE_UNKNOWN, identifier, reference);
        } else if (hrefsOutside.containsKey(reference)) {
            tell(element, Problem.HREF_OUTSIDE, reference, hrefsOutside.get(reference));
        } else if (resource.href().isEmpty()) {
            tell(element, Problem.RESOURCE_WITHOUT_HREF, identifier, reference);
        } else if (!fileNames.contains(resource.href().get().path())) {
            tell(element, Problem.FILE_MISSING, reference, resource.href().get().path());
        }
    }

    /** Content Aggregation Model 1.2 §2.3.2.5: the adlcp elements of an item. */
    private LaunchData launchData(Element element, String item) {
        Optional<String> mastery = given(element, item, "masteryscore", "cmi.core.score.raw");
        return new LaunchData(
                mastery.map(BigDecimal::new).orElse(null),
                given(element, item, "maxtimeallowed", "cmi.student_data.max_time_allowed")
                        .orElse(null),
                given(element, item, "timelimitaction", "cmi.student_data.time_limit_action")
                        .orElse(null),
                given(element, item, "datafromlms", "cmi.launch_data").orElse(null));
    }

    private Optional<String> given(Element item, String identifier, String child, String as) {
        Optional<String> value = item.childText(child);
        Optional<String> fault = value.flatMap(v -> types.faultOfGiven(as, v));
        if (fault.isPresent()) {
            tell(item.child(child).orElse(item), Problem.VALUE_IGNORED, child, identifier, fault.get());
            return Optional.empty();
        }
        return value;
    }

    private Map<String, Resource> resources(Element root) {
        Map<String, Resource> found = new LinkedHashMap<>();
        root.child("resources").stream()
                .flatMap(all -> all.children("resource").map(r -> resource(root, all, r)))
                .forEach(r -> found.putIfAbsent(r.identifier(), r));
        return found;
    }

    private Resource resource(Element root, Element all, Element element) {
        String identifier = identifier(element);
        List<String> bases = Stream.of(root, all, element)
                .map(e -> e.attribute("base").orElse(""))
                .toList();
        Optional<String> written = element.attribute("href").filter(h -> !h.isEmpty());
        Optional<Href> href = written.flatMap(h -> Href.of(bases, h));
        if (written.isPresent() && href.isEmpty()) {
            hrefsOutside.putIfAbsent(identifier, written.get());
        }
        String type = element.attribute("scormtype")
                .or(() -> element.attribute("scormType"))
                .orElse("asset");
        return new Resource(
                identifier,
                element.attribute("type").orElse(""),
                type.toLowerCase(Locale.ROOT).equals("sco"),
                href,
                files(element, bases, identifier),
                element.children("dependency")
                        .flatMap(d -> d.attribute("identifierref").stream())
                        .toList(),
                element.line());
    }

    private List<String> files(Element resource, List<String> bases, String identifier) {
        List<String> paths = new ArrayList<>();
        resource.children("file").forEach(file -> {
            String written = file.attribute("href").orElse("");
            Optional<Href> href = written.isEmpty() ? Optional.empty() : Href.of(bases, written);
            if (href.filter(h -> fileNames.contains(h.path())).isPresent()) {
                paths.add(href.get().path());
            } else {
                tell(file, Problem.LISTED_FILE_MISSING, identifier, written);
            }
        });
        return paths;
    }

    private String title(Element element, String identifier) {
        Optional<String> title = element.childText("title");
        if (title.isEmpty()) {
            tell(element, Problem.TITLE_MISSING, identifier);
        }
        return title.orElse(identifier);
    }

    private String identifier(Element element) {
        Optional<String> identifier = element.attribute("identifier").filter(i -> !i.isEmpty());
        if (identifier.isEmpty()) {
            tell(element, Problem.IDENTIFIER_MISSING, element.name());
            return element.name() + "-" + element.line();
        }
        if (!identifiers.add(identifier.get())) {
            tell(element, Problem.IDENTIFIER_TWICE, identifier.get());
        }
        return identifier.get();
    }

    private void tell(Element element, Problem problem, Object... arguments) {
        boolean room = findings.size() < MOST_FINDINGS;
        boolean firstError = problem.isError() && findings.stream().noneMatch(Finding::isError);
        if (room || firstError) {
            findings.add(Finding.ofManifest(element.line(), problem, arguments));
        }
    }
}
