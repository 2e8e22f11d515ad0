package se.metodporten.scorm.packaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.packaging.HrefReader.Target;
import se.metodporten.scorm.packaging.Manifest.Resource;
import se.metodporten.scorm.packaging.XmlTree.Element;

/** The resources of a manifest; what is wrong with one is told when an item refers to it. */
final class ResourceParser {

    private static final String BASE = "base";
    private static final String SCORM_TYPE = "scormType";

    private final HrefReader hrefs;
    private final Findings findings;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, Element> elements = new HashMap<>();

    ResourceParser(HrefReader hrefs, Findings findings) {
        this.hrefs = hrefs;
        this.findings = findings;
    }

    List<Resource> all() {
        return List.copyOf(resources.values());
    }

    /** Takes in those of a manifest and of the manifests inside it. */
    void read(Element manifest, List<String> outerBases) {
        List<String> bases = with(outerBases, manifest);
        manifest.children("resources").forEach(all -> {
            List<String> below = with(bases, all);
            all.children("resource").forEach(r -> readOne(r, with(below, r)));
        });
        manifest.children("manifest").forEach(inner -> read(inner, bases));
    }

    private static List<String> with(List<String> bases, Element element) {
        List<String> all = new ArrayList<>(bases);
        all.add(element.attribute(BASE).orElse(""));
        return all;
    }

    private void readOne(Element element, List<String> bases) {
        Optional<String> said = element.given("identifier");
        String identifier = said.orElse("resource-" + element.line());
        if (said.isEmpty()) {
            findings.tell(element, Problem.IDENTIFIER_MISSING, "resource");
        }
        if (resources.containsKey(identifier)) {
            findings.tell(element, Problem.IDENTIFIER_TWICE, identifier);
            return;
        }
        Optional<Href> href = element.given("href").flatMap(written -> {
            Target target = hrefs.read(bases, written);
            targets.put(identifier, target);
            return target instanceof HrefReader.InPackage found ? Optional.of(found.href()) : Optional.empty();
        });
        elements.put(identifier, element);
        resources.put(
                identifier,
                new Resource(
                        identifier,
                        element.attribute("type").orElse(""),
                        element.attribute(SCORM_TYPE)
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .equals("sco"),
                        href,
                        files(element, bases, identifier),
                        element.children("dependency")
                                .flatMap(d -> d.given("identifierref").stream())
                                .toList(),
                        element.line()));
    }

    private List<String> files(Element resource, List<String> bases, String identifier) {
        List<String> paths = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        resource.children("file").forEach(file -> {
            String written = file.attribute("href").orElse("");
            if (hrefs.read(bases, written) instanceof HrefReader.InPackage found) {
                paths.add(found.href().path());
            } else {
                missing.add(written);
            }
        });
        if (!missing.isEmpty()) {
            findings.tell(resource, Problem.LISTED_FILES_MISSING, identifier, missing.size(), missing.get(0));
        }
        return paths;
    }

    /** Those that can be started, when there is no table of contents: SCOs, or else pages. */
    List<Resource> startable() {
        List<Resource> scos = resources.values().stream()
                .filter(r -> r.sco() && r.href().isPresent())
                .toList();
        return !scos.isEmpty()
                ? scos
                : resources.values().stream()
                        .filter(r -> r.href().filter(h -> isPage(h.path())).isPresent())
                        .toList();
    }

    private static boolean isPage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml");
    }

    /** Tells what is wrong with a resource that an item refers to. @return whether there is such a resource */
    boolean check(Element item, String itemId, String resourceId) {
        @Nullable Resource resource = resources.get(resourceId);
        @Nullable Element element = elements.get(resourceId);
        if (resource == null || element == null) {
            findings.tell(item, Problem.RESOURCE_UNKNOWN, itemId, resourceId);
            return false;
        }
        @Nullable Target target = targets.get(resourceId);
        if (target == null) {
            findings.tell(element, Problem.RESOURCE_WITHOUT_HREF, itemId, resourceId);
        } else {
            check(element, resourceId, target);
        }
        if (element.given(SCORM_TYPE).isEmpty()) {
            findings.tell(element, Problem.SCORM_TYPE_MISSING, resourceId);
        }
        resource.dependencies().stream()
                .filter(d -> !resources.containsKey(d))
                .forEach(d -> findings.tell(element, Problem.DEPENDENCY_UNKNOWN, resourceId, d));
        return true;
    }

    private void check(Element element, String identifier, Target target) {
        String written = element.attribute("href").orElse("");
        if (target instanceof HrefReader.InPackage found) {
            if (found.mended()) {
                findings.tell(
                        element,
                        Problem.HREF_MENDED,
                        identifier,
                        written,
                        found.href().path());
            }
        } else if (target instanceof HrefReader.Missing missing) {
            findings.tell(element, Problem.FILE_MISSING, identifier, missing.path());
        } else {
            boolean elsewhere = target instanceof HrefReader.Elsewhere;
            findings.tell(element, elsewhere ? Problem.HREF_ELSEWHERE : Problem.HREF_OUTSIDE, identifier, written);
        }
    }
}
