package se.metodporten.scorm.packaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.metodporten.scorm.sn.Activity;

/** A manifest read by itself, with files that are only names. */
record Parsed(Optional<Manifest> manifest, List<Finding> findings) {

    static final String ITEM = "<item identifier='i' identifierref='r'><title>I</title></item>";

    static Parsed parse(String xml, String... files) {
        return parse(xml.getBytes(StandardCharsets.UTF_8), files);
    }

    static Parsed parse(byte[] xml, String... files) {
        return in("", xml, files);
    }

    /** @param folder where the manifest lies, with a slash at its end */
    static Parsed in(String folder, byte[] xml, String... files) {
        Findings findings = new Findings();
        try {
            ManifestParser parser =
                    new ManifestParser(new FileIndex(Arrays.asList(files)), folder, name -> Optional.empty(), findings);
            return new Parsed(parser.parse(PackageReader.document(xml, findings)), findings.all());
        } catch (RefusedException e) {
            findings.add(e.finding());
            return new Parsed(Optional.empty(), findings.all());
        }
    }

    Manifest whole() {
        return manifest.orElseThrow();
    }

    Activity first() {
        return whole().tree().first().orElseThrow();
    }

    String url() {
        return first().url();
    }

    List<Problem> problems() {
        return findings.stream().map(Finding::problem).toList();
    }

    /** A manifest of 1.2 with these items and resources. */
    static String with(String items, String resources) {
        return String.format(Locale.ROOT, """
                <manifest identifier="m" %s>
                <metadata><schemaversion>1.2</schemaversion></metadata>
                <organizations default="o"><organization identifier="o"><title>T</title>%s</organization></organizations>
                <resources>%s</resources>
                </manifest>
                """, Packages.NAMESPACES, items, resources);
    }

    /** The same of 2004. */
    static String with2004(String items, String resources) {
        return with(items, resources)
                .replace(Packages.NAMESPACES, Packages.NAMESPACES_2004)
                .replace("<schemaversion>1.2<", "<schemaversion>2004 4th Edition<")
                .replace("scormtype", "scormType");
    }

    static String resource(String attributes) {
        return "<resource identifier='r' type='webcontent' adlcp:scormtype='sco' " + attributes + "/>";
    }
}
