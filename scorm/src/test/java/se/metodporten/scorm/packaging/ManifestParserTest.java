package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Manifest.Item;
import se.metodporten.scorm.runtime.LaunchData;

/** SCORM Content Aggregation Model 1.2 (2001-10-01), §2.3: the manifest. */
class ManifestParserTest {

    private record Parsed(Optional<Manifest> manifest, List<Finding> findings) {
        Manifest whole() {
            return manifest.orElseThrow();
        }

        List<Problem> problems() {
            return findings.stream().map(Finding::problem).toList();
        }
    }

    private static Parsed parse(String xml, String... files) {
        return parse(xml.getBytes(StandardCharsets.UTF_8), files);
    }

    private static Parsed parse(byte[] xml, String... files) {
        ManifestParser parser = new ManifestParser(
                Arrays.stream(files).map(f -> new PackageFile(f, 1)).toList());
        try {
            Optional<Manifest> manifest = parser.parse(XmlTree.read(new ByteArrayInputStream(xml)));
            return new Parsed(manifest, parser.findings());
        } catch (RefusedException e) {
            return new Parsed(Optional.empty(), List.of(e.finding()));
        }
    }

    /** A manifest with these items and resources. */
    private static String with(String items, String resources) {
        return String.format(Locale.ROOT, """
                <manifest identifier="m" %s>
                <metadata><schemaversion>1.2</schemaversion></metadata>
                <organizations default="o"><organization identifier="o"><title>T</title>%s</organization></organizations>
                <resources>%s</resources>
                </manifest>
                """, Packages.NAMESPACES, items, resources);
    }

    private static final String ITEM = "<item identifier='i' identifierref='r'><title>I</title></item>";

    private static String resource(String attributes) {
        return "<resource identifier='r' type='webcontent' adlcp:scormtype='sco' " + attributes + "/>";
    }

    @Test
    void a_manifest_is_read_with_all_that_a_launch_needs() {
        Parsed parsed = parse(Packages.MANIFEST, "index.html");
        assertThat(parsed.findings()).isEmpty();
        Manifest manifest = parsed.whole();
        assertThat(manifest.standard()).isEqualTo(Standard.SCORM_1_2);
        assertThat(manifest.identifier()).isEqualTo("visam");
        assertThat(manifest.version()).isEqualTo("1.0");
        assertThat(manifest.organization().title()).isEqualTo("ViSam – grunderna");
        assertThat(manifest.launchables())
                .containsExactly(new LaunchableItem(
                        "item-1",
                        "Grunderna",
                        true,
                        "index.html",
                        "index.html?from=manifest",
                        new LaunchData(new BigDecimal("80"), "01:00:00", "exit,message", "start=2")));
    }

    @Test
    void items_lie_in_items_to_any_reasonable_depth() {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            open.append("<item identifier='i")
                    .append(i)
                    .append("'><title>Del ")
                    .append(i)
                    .append("</title>");
            close.append("</item>");
        }
        Manifest manifest = parse(with(open + ITEM + close, resource("href='a.html'")), "a.html")
                .whole();
        assertThat(manifest.launchables())
                .extracting(LaunchableItem::identifier)
                .containsExactly("i");
        Item item = manifest.organization().items().get(0);
        for (int i = 0; i < 40; i++) {
            item = item.items().get(0);
        }
        assertThat(item.title()).isEqualTo("I");
    }

    @Test
    void the_default_organization_is_the_one_that_counts() {
        String xml = with(ITEM, resource("href='a.html'"))
                .replace(
                        "<organizations default=\"o\">",
                        "<organizations default=\" o \"><organization identifier='other'><title>X</title></organization>");
        Parsed parsed = parse(xml, "a.html");
        assertThat(parsed.whole().organization().identifier()).isEqualTo("o");
        assertThat(parsed.problems()).containsExactly(Problem.SEVERAL_ORGANIZATIONS);
        Parsed unknown = parse(with(ITEM, resource("href='a.html'")).replace("default=\"o\"", "default='x'"), "a.html");
        assertThat(unknown.whole().organization().identifier()).isEqualTo("o");
        assertThat(unknown.problems()).containsExactly(Problem.DEFAULT_UNKNOWN);
    }

    @Test
    void the_bases_of_manifest_resources_and_resource_are_joined() {
        String xml = with(ITEM, resource("xml:base='b/' href='../c/start%20här.html?x=1#y'"))
                .replace("<resources>", "<resources xml:base='a/'>")
                .replace("<manifest ", "<manifest xml:base='top/' ");
        Manifest manifest = parse(xml, "top/a/c/start här.html").whole();
        LaunchableItem item = manifest.firstLaunchable().orElseThrow();
        assertThat(item.file()).isEqualTo("top/a/c/start här.html");
        assertThat(item.url()).isEqualTo("top/a/c/start%20h%C3%A4r.html?x=1#y");
    }

    /** §2.3.2.5.2: the algorithm for parameters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.html      | ?x=1      | a.html?x=1
                    a.html      | &x=1      | a.html?x=1
                    a.html      | ?&?x=1    | a.html?x=1
                    a.html      | x=1       | a.html?x=1
                    a.html?y=2  | ?x=1      | a.html?y=2&x=1
                    a.html      | #top      | a.html#top
                    a.html#end  | #top      | a.html#end
                    a.html#end  | x=1       | a.html?x=1#end
                    a.html      | ''        | a.html
                    a.html      | ?         | a.html
                    a.html      | "><script> | a.html
                    """)
    void parameters_are_joined_to_the_start_file(String href, String parameters, String url) {
        String item = ITEM.replace(
                "identifierref",
                "parameters='" + parameters.replace("&", "&amp;").replace("<", "&lt;") + "' identifierref");
        Manifest manifest =
                parse(with(item, resource("href='" + href + "'")), "a.html").whole();
        assertThat(manifest.firstLaunchable().orElseThrow().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.se/a.html",
                "//elsewhere.se/a.html",
                "javascript:alert(1)",
                "../a.html",
                "a/../../a.html",
                "/a.html",
                "%2e%2e/a.html",
                "..%2fa.html",
                "c:%5ca.html",
                "a.html?&lt;script>",
                "a%00.html",
                "%ff%fe"
            })
    void a_start_outside_the_package_is_refused(String href) {
        Parsed parsed = parse(with(ITEM, resource("href='" + href + "'")), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.HREF_OUTSIDE, Problem.NOTHING_TO_LAUNCH);
    }

    @Test
    void a_start_file_that_is_not_there_is_an_error_with_its_line() {
        Parsed parsed = parse(with("\n\n" + ITEM, resource("href='b.html'")), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.FILE_MISSING);
        assertThat(parsed.findings().get(0).line()).isEqualTo(5);
        assertThat(parsed.findings().get(0).message()).startsWith("imsmanifest.xml:5: ");
    }

    @Test
    void references_to_nothing_are_errors() {
        assertThat(parse(with(ITEM.replace("'r'", "'x'"), resource("href='a.html'")), "a.html")
                        .problems())
                .containsExactly(Problem.RESOURCE_UNKNOWN, Problem.NOTHING_TO_LAUNCH);
        assertThat(parse(with(ITEM, resource("")), "a.html").problems())
                .containsExactly(Problem.RESOURCE_WITHOUT_HREF, Problem.NOTHING_TO_LAUNCH);
        assertThat(parse(with("", resource("href='a.html'")), "a.html").problems())
                .containsExactly(Problem.NOTHING_TO_LAUNCH);
    }

    @Test
    void identifiers_are_case_sensitive_trimmed_and_unique() {
        assertThat(parse(with(ITEM.replace("'r'", "'R'"), resource("href='a.html'")), "a.html")
                        .problems())
                .contains(Problem.RESOURCE_UNKNOWN);
        assertThat(parse(with(ITEM.replace("'r'", "' r '"), resource("href='a.html'")), "a.html")
                        .problems())
                .isEmpty();
        assertThat(parse(with(ITEM + ITEM, resource("href='a.html'")), "a.html").problems())
                .contains(Problem.IDENTIFIER_TWICE);
    }

    @Test
    void values_for_content_are_judged_and_bad_ones_ignored() {
        String item = "<item identifier='i' identifierref='r'><title>I</title>"
                + "<adlcp:masteryscore>eighty</adlcp:masteryscore><adlcp:maxtimeallowed>1 h</adlcp:maxtimeallowed>"
                + "<adlcp:timelimitaction>explode</adlcp:timelimitaction><adlcp:datafromlms>ok</adlcp:datafromlms></item>";
        Parsed parsed = parse(with(item, resource("href='a.html'")), "a.html");
        assertThat(parsed.problems()).containsOnly(Problem.VALUE_IGNORED).hasSize(3);
        assertThat(parsed.whole().firstLaunchable().orElseThrow().launchData())
                .isEqualTo(new LaunchData(null, null, null, "ok"));
    }

    @Test
    void prerequisites_are_read_and_told() {
        String item =
                ITEM.replace("</item>", "<adlcp:prerequisites type='aicc_script'>a&amp;b</adlcp:prerequisites></item>");
        Parsed parsed = parse(with(item, resource("href='a.html'")), "a.html");
        assertThat(parsed.whole().organization().items().get(0).prerequisites()).contains("a&b");
        assertThat(parsed.problems()).containsExactly(Problem.PREREQUISITES_IGNORED);
    }

    @Test
    void several_scos_are_told_and_the_first_sco_goes_before_an_asset() {
        String items = "<item identifier='a' identifierref='x'><title>A</title></item>" + ITEM;
        String resources = "<resource identifier='x' type='webcontent' adlcp:scormtype='asset' href='a.html'/>"
                + resource("href='a.html'");
        Parsed parsed = parse(with(items, resources), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.SEVERAL_SCOS);
        assertThat(parsed.whole().firstLaunchable().orElseThrow().identifier()).isEqualTo("i");
    }

    @Test
    void what_is_listed_but_missing_is_only_a_warning() {
        String resource =
                resource("href='a.html'").replace("/>", "><file href='a.html'/><file href='gone.png'/></resource>");
        Parsed parsed = parse(with(ITEM, resource), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.LISTED_FILE_MISSING);
        assertThat(parsed.whole().resources().get(0).files()).containsExactly("a.html");
    }

    @Test
    void other_standards_are_told_apart() {
        String of2004 = with(ITEM, resource("href='a.html'"))
                .replace("<schemaversion>1.2<", "<schemaversion>2004 4th Edition<");
        assertThat(parse(of2004, "a.html").problems()).containsExactly(Problem.STANDARD_NOT_RUNNABLE);
        assertThat(parse(of2004, "a.html").whole().standard()).isEqualTo(Standard.SCORM_2004);
        String silent = with(ITEM, resource("href='a.html'")).replaceAll("<metadata>.*</metadata>", "");
        assertThat(parse(silent, "a.html").problems()).isEmpty();
        String odd = with(ITEM, resource("href='a.html'")).replace("<schemaversion>1.2<", "<schemaversion>1.1<");
        assertThat(parse(odd, "a.html").problems()).containsExactly(Problem.SCHEMA_VERSION_ODD);
        assertThat(parse("<manifest/>").problems()).containsExactly(Problem.STANDARD_UNKNOWN, Problem.NO_ORGANIZATION);
        assertThat(parse("<html/>").problems()).containsExactly(Problem.NOT_A_MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
    void the_encoding_is_the_one_that_the_manifest_names(String name) {
        String xml = Packages.MANIFEST.replace("UTF-8", name).replace("–", "å");
        Parsed parsed = parse(xml.getBytes(Charset.forName(name)), "index.html");
        assertThat(parsed.whole().organization().title()).isEqualTo("ViSam å grunderna");
    }

    @Test
    void entities_and_other_files_are_refused_unread() {
        String external = "<!DOCTYPE manifest [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifest>&x;</manifest>";
        String billion = "<!DOCTYPE m [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><m>&c;</m>";
        String parameter = "<!DOCTYPE m [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;]><m/>";
        String dtd = "<!DOCTYPE manifest SYSTEM 'http://127.0.0.1:1/x.dtd'><manifest/>";
        for (String xml : List.of(external, billion, parameter, dtd)) {
            assertThat(parse(xml).problems()).as(xml).containsExactly(Problem.XML_DOCTYPE);
        }
        assertThat(parse("<manifest>&x;</manifest>").problems()).containsExactly(Problem.XML_MALFORMED);
        assertThat(parse(
                                "<manifest xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/></manifest>")
                        .problems())
                .contains(Problem.STANDARD_UNKNOWN);
    }

    @Test
    void too_many_elements_and_too_deep_ones_are_refused() {
        assertThat(parse("<a>".repeat(100_000)).problems()).containsExactly(Problem.XML_TOO_COMPLEX);
        assertThat(parse("<a>" + "<b/>".repeat(XmlTree.MOST_ELEMENTS) + "</a>").problems())
                .containsExactly(Problem.XML_TOO_COMPLEX);
    }

    @Test
    void a_fault_of_the_xml_is_told_with_its_line() {
        Finding finding =
                parse("<manifest>\n<organizations>\n</manifest>").findings().get(0);
        assertThat(finding.problem()).isEqualTo(Problem.XML_MALFORMED);
        assertThat(finding.line()).isEqualTo(3);
    }

    @Test
    void a_thousand_faults_make_a_report_that_can_be_read() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            items.append("<item identifier='i").append(i).append("'/>");
        }
        Parsed parsed = parse(with(items.toString(), ""), "a.html");
        assertThat(parsed.findings()).hasSizeLessThan(210);
        assertThat(parsed.problems()).contains(Problem.NOTHING_TO_LAUNCH);
    }
}
