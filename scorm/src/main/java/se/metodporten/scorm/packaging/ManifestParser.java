package se.metodporten.scorm.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Manifest.Item;
import se.metodporten.scorm.packaging.Manifest.Metadata;
import se.metodporten.scorm.packaging.Manifest.Organization;
import se.metodporten.scorm.packaging.Manifest.Resource;
import se.metodporten.scorm.packaging.XmlTree.Document;
import se.metodporten.scorm.packaging.XmlTree.Element;
import se.metodporten.scorm.sn.LaunchData;

/** From XML to {@link Manifest}, with everything on the way that an author should know. */
final class ManifestParser {

    private static final List<String> OF_1_2 = List.of("adlcp_rootv1p2", "adlcp_rootv1p1", "imscp_rootv1p1p2");
    private static final List<String> OF_2004 = List.of("adlcp_v1p3", "adlseq_v1p3", "adlnav_v1p3", "/imsss");
    private static final String X_INCLUDE = "http://www.w3.org/2001/XInclude";

    private final FileIndex files;
    private final Findings findings;
    private final Function<String, Optional<Element>> read;
    private final ResourceParser resources;
    private final String folder;

    /**
     * @param folder of the manifest: empty, or with a slash at its end
     * @param read another XML document of the package, by its path
     */
    ManifestParser(FileIndex files, String folder, Function<String, Optional<Element>> read, Findings findings) {
        this.files = files;
        this.folder = folder;
        this.read = read;
        this.findings = findings;
        this.resources = new ResourceParser(new HrefReader(files, folder), findings);
    }

    /** Empty when there is nothing to tell of; the findings say why. */
    Optional<Manifest> parse(Document document) {
        Element root = document.root();
        tellOfNames(document);
        if (!root.name().equalsIgnoreCase("manifest")) {
            findings.tell(root, Problem.NOT_A_MANIFEST, root.name());
            return Optional.empty();
        }
        Optional<String> other = otherStandard(document);
        if (other.isPresent()) {
            findings.tell(root, Problem.OTHER_STANDARD, other.get());
            return Optional.empty();
        }
        Standard standard = standard(document);
        resources.read(root, List.of());
        SequencingParser sequencing = new SequencingParser(root);
        ItemParser items = new ItemParser(standard, root, resources, sequencing, findings);
        List<Organization> organizations =
                organizationElements(root).map(items::organization).toList();
        Metadata metadata = MetadataParser.of(root, location -> read.apply(folder + location));
        Manifest manifest = new Manifest(
                root.given("identifier").orElse("manifest"),
                root.attribute("version").orElse(null),
                standard,
                edition(root, standard),
                metadata,
                organizations.isEmpty() ? made(root, metadata) : chosen(root, organizations),
                organizations,
                resources.all());
        if (sequencing.sawRules()) {
            findings.tell(Problem.SEQUENCING_SIMPLE);
        }
        if (manifest.tree().launchables().isEmpty()) {
            findings.tell(Problem.NOTHING_TO_LAUNCH);
        }
        return Optional.of(manifest);
    }

    private void tellOfNames(Document document) {
        document.undeclared().forEach(prefix -> findings.tell(Problem.NAMESPACE_UNDECLARED, prefix));
        document.schemas().stream()
                .filter(s -> s.endsWith(".xsd") && !s.contains("://") && !files.has(folder + s))
                .findFirst()
                .ifPresent(s -> findings.tell(Problem.SCHEMA_MISSING, s));
        if (document.namespaces().contains(X_INCLUDE)) {
            findings.tell(Problem.XML_INCLUDE_IGNORED);
        }
    }

    private static Optional<String> otherStandard(Document document) {
        String schema = document.root()
                .child("metadata")
                .flatMap(m -> m.childText("schema"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (schema.contains("common cartridge") || names(document, List.of("/imsccv1p", "/imscc/"))) {
            return Optional.of("IMS Common Cartridge");
        }
        return schema.contains("qti") ? Optional.of("QTI") : Optional.empty();
    }

    private Standard standard(Document document) {
        Optional<String> said = version(document.root());
        boolean is12 = names(document, OF_1_2);
        boolean is2004 = names(document, OF_2004);
        String version = said.orElse("");
        if (version.contains("2004") || version.contains("1.3")) {
            return Standard.SCORM_2004;
        }
        if (version.equals("1.2")) {
            if (is2004 && !is12) {
                findings.tell(Problem.SCHEMA_VERSION_ODD, version, "1.2");
            }
            return Standard.SCORM_1_2;
        }
        Standard found = is2004 && !is12 ? Standard.SCORM_2004 : Standard.SCORM_1_2;
        if (!is12 && !is2004) {
            findings.tell(Problem.STANDARD_GUESSED, version.isEmpty() ? "–" : version, "SCORM " + found.code());
        } else if (said.isPresent()) {
            findings.tell(Problem.SCHEMA_VERSION_ODD, version, found.code());
        }
        return found;
    }

    private static boolean names(Document document, List<String> parts) {
        return document.namespaces().stream()
                .anyMatch(n -> parts.stream().anyMatch(n.toLowerCase(Locale.ROOT)::contains));
    }

    private static Optional<String> version(Element root) {
        return root.child("metadata").flatMap(m -> m.childText("schemaversion")).map(v -> v.replaceAll("\\s+", " "));
    }

    private static String edition(Element root, Standard standard) {
        String version = version(root).orElse("");
        if (standard == Standard.SCORM_1_2) {
            return "1.2";
        }
        return version.contains("1.3") ? "2004 2nd Edition" : version.isEmpty() ? "2004" : version;
    }

    private static Stream<Element> organizationElements(Element root) {
        List<Element> own = root.children("organizations")
                .flatMap(all -> all.children("organization"))
                .toList();
        return own.isEmpty() ? root.children("manifest").flatMap(ManifestParser::organizationElements) : own.stream();
    }

    private Organization chosen(Element root, List<Organization> organizations) {
        Optional<String> wanted = root.child("organizations").flatMap(all -> all.given("default"));
        Organization first = organizations.stream()
                .filter(o -> !o.items().isEmpty())
                .findFirst()
                .orElse(organizations.get(0));
        Optional<Organization> named = wanted.flatMap(w ->
                organizations.stream().filter(o -> o.identifier().equals(w)).findFirst());
        if (wanted.isPresent() && named.isEmpty()) {
            findings.tell(Problem.DEFAULT_UNKNOWN, wanted.get());
        }
        Organization chosen = named.orElse(first);
        if (organizations.size() > 1) {
            if (wanted.isEmpty()) {
                findings.tell(Problem.DEFAULT_MISSING, chosen.title());
            }
            findings.tell(Problem.SEVERAL_ORGANIZATIONS, organizations.size(), chosen.title());
        }
        return chosen;
    }

    /** A table of contents for a manifest that has none. */
    private Organization made(Element root, Metadata metadata) {
        List<Item> items = new ArrayList<>();
        for (Resource resource : resources.startable()) {
            items.add(new Item(
                    resource.identifier(),
                    resource.identifier(),
                    Optional.of(resource.identifier()),
                    true,
                    "",
                    "",
                    Set.of(),
                    LaunchData.NONE,
                    Optional.empty(),
                    List.of(),
                    resource.line()));
        }
        if (!items.isEmpty()) {
            findings.tell(root, Problem.ORGANIZATION_MADE);
        }
        String title = metadata.title().isEmpty() ? root.given("identifier").orElse("manifest") : metadata.title();
        return new Organization("organization-made", title, items, Optional.empty(), true, true);
    }
}
