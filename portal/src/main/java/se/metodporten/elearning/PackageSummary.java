package se.metodporten.elearning;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.metodporten.scorm.packaging.Finding;
import se.metodporten.scorm.packaging.Manifest;
import se.metodporten.scorm.packaging.PackageReport;
import se.metodporten.scorm.packaging.Problem;

/**
 * What was found in a package, as it is kept with the upload.
 *
 * @param edition of the standard, as the manifest names it; empty where there was no manifest to read
 * @param organizations titles of all tables of contents; the first is not always the one that is used
 * @param parts of the table of contents that is used, in its order, {@link #MOST_PARTS} at most
 * @param items how many there are, headings among them
 * @param scos of these, how many talk to the portal
 * @param unpacked bytes
 */
public record PackageSummary(
        String title,
        String edition,
        List<String> organizations,
        List<Part> parts,
        int items,
        int scos,
        int files,
        long unpacked,
        List<Finding> findings) {

    static final int MOST_PARTS = 200;
    private static final int MOST_FINDINGS = 200;
    private static final int LONGEST_TITLE = 300;

    /** @param depth from 0 */
    public record Part(String title, Kind kind, int depth) {}

    /** What a part is to the portal. */
    public enum Kind {
        HEADING,
        SCO,
        ASSET
    }

    public PackageSummary {
        organizations = List.copyOf(organizations);
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(one -> !one.isError()).toList();
    }

    static PackageSummary of(PackageReport report) {
        List<Finding> findings = report.findings().stream().limit(MOST_FINDINGS).toList();
        Optional<Manifest> read = report.manifest();
        if (read.isEmpty()) {
            return new PackageSummary(
                    "", "", List.of(), List.of(), 0, 0, report.files().size(), report.unpackedBytes(), findings);
        }
        Manifest manifest = read.get();
        List<Part> parts = new ArrayList<>();
        collect(manifest, manifest.organization().items(), 0, parts);
        String said = manifest.metadata().title();
        return new PackageSummary(
                shown(
                        manifest.organization().title().isBlank()
                                ? said
                                : manifest.organization().title()),
                shown(manifest.edition()),
                manifest.organizations().stream()
                        .map(organization -> shown(organization.title()))
                        .limit(MOST_PARTS)
                        .toList(),
                parts.stream().limit(MOST_PARTS).toList(),
                parts.size(),
                (int) parts.stream().filter(part -> part.kind() == Kind.SCO).count(),
                report.files().size(),
                report.unpackedBytes(),
                findings);
    }

    private static void collect(Manifest manifest, List<Manifest.Item> items, int depth, List<Part> into) {
        for (Manifest.Item item : items) {
            into.add(new Part(shown(item.title()), kind(manifest, item), depth));
            collect(manifest, item.items(), depth + 1, into);
        }
    }

    private static String shown(String title) {
        return Cut.to(LONGEST_TITLE, title);
    }

    private static Kind kind(Manifest manifest, Manifest.Item item) {
        return item.resourceId()
                .flatMap(manifest::resource)
                .filter(resource -> resource.href().isPresent())
                .map(resource -> resource.sco() ? Kind.SCO : Kind.ASSET)
                .orElse(Kind.HEADING);
    }

    String toJson() {
        JsonArrayBuilder partArray = Json.createArrayBuilder();
        for (Part part : parts) {
            partArray.add(Json.createObjectBuilder()
                    .add("title", part.title())
                    .add("kind", part.kind().name())
                    .add("depth", part.depth()));
        }
        JsonArrayBuilder findingArray = Json.createArrayBuilder();
        for (Finding finding : findings) {
            findingArray.add(Json.createObjectBuilder()
                    .add("problem", finding.problem().name())
                    .add("arguments", Json.createArrayBuilder(finding.arguments()))
                    .add("file", finding.file())
                    .add("line", finding.line()));
        }
        return Json.createObjectBuilder()
                .add("title", title)
                .add("edition", edition)
                .add("organizations", Json.createArrayBuilder(organizations))
                .add("parts", partArray)
                .add("items", items)
                .add("scos", scos)
                .add("files", files)
                .add("unpacked", unpacked)
                .add("findings", findingArray)
                .build()
                .toString();
    }

    static PackageSummary fromJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject kept = reader.readObject();
            return new PackageSummary(
                    kept.getString("title"),
                    kept.getString("edition"),
                    strings(kept.getJsonArray("organizations")),
                    kept.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                            .map(part -> new Part(
                                    part.getString("title"),
                                    Kind.valueOf(part.getString("kind")),
                                    part.getInt("depth")))
                            .toList(),
                    kept.getInt("items"),
                    kept.getInt("scos"),
                    kept.getInt("files"),
                    kept.getJsonNumber("unpacked").longValueExact(),
                    kept.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                            .map(finding -> new Finding(
                                    Problem.valueOf(finding.getString("problem")),
                                    strings(finding.getJsonArray("arguments")),
                                    finding.getString("file"),
                                    finding.getInt("line")))
                            .toList());
        }
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
