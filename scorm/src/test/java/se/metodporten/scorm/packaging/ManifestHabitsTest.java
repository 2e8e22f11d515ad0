package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.scorm.packaging.Parsed.ITEM;
import static se.metodporten.scorm.packaging.Parsed.parse;
import static se.metodporten.scorm.packaging.Parsed.resource;
import static se.metodporten.scorm.packaging.Parsed.with;
import static se.metodporten.scorm.packaging.Parsed.with2004;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity;

/** What authoring tools and people make of a manifest: taken, and told. What could do harm is not. */
class ManifestHabitsTest {

    private static final String PLAIN = with(ITEM, resource("href='a.html'"));

    private static void taken(Parsed parsed, Problem... warnings) {
        assertThat(parsed.problems()).containsExactly(warnings);
        assertThat(parsed.findings()).noneMatch(Finding::isError);
        assertThat(parsed.whole().tree().launchables()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ",
        "utf8, UTF-8, ",
        "UTF-16, UTF-16, XML_ENCODING",
        "UTF-16LE, UTF-16LE, XML_ENCODING",
        "UTF-16BE, UTF-16BE, XML_ENCODING",
        "ISO-8859-1, ISO-8859-1, XML_ENCODING",
        "windows-1252, windows-1252, XML_ENCODING",
        "ISO-8859-15, ISO-8859-15, XML_ENCODING",
        "UTF-16, UTF-8, XML_ENCODING_LIE",
        "unicode, UTF-8, XML_ENCODING_LIE",
        "no-such-charset, UTF-8, XML_ENCODING_LIE",
        "UTF-8, windows-1252, XML_ENCODING_LIE",
        "US-ASCII, UTF-8, XML_ENCODING_LIE",
    })
    void the_encoding_is_the_one_that_the_bytes_have(String said, String is, Problem problem) {
        String xml = Packages.MANIFEST.replace("UTF-8", said).replace("–", "å");
        Parsed parsed = parse(xml.getBytes(Charset.forName(is)), "index.html");
        taken(parsed, problem == null ? new Problem[0] : new Problem[] {problem});
        assertThat(parsed.whole().organization().title()).isEqualTo("ViSam å grunderna");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, XML_MARK", "UTF-16LE, XML_ENCODING", "UTF-16BE, XML_ENCODING", "UTF-32LE, XML_ENCODING"})
    void a_mark_at_the_beginning_tells_the_encoding(String charset, Problem problem) {
        for (String declaration : List.of("", "<?xml version='1.0' encoding='iso-8859-1'?>")) {
            String xml = '\uFEFF' + declaration + PLAIN.replace("<title>T<", "<title>Å<");
            Parsed parsed = parse(xml.getBytes(Charset.forName(charset)), "a.html");
            taken(parsed, problem);
            assertThat(parsed.whole().organization().title()).isEqualTo("Å");
        }
    }

    @Test
    void a_document_type_that_says_nothing_is_left_out() {
        for (String type : List.of(
                "<!DOCTYPE manifest>",
                "<!DOCTYPE manifest SYSTEM \"http://127.0.0.1:1/imscp.dtd\">",
                "<!-- <!DOCTYPE x [ --> <!DOCTYPE manifest PUBLIC '-//IMS//[x]' 'file:///etc/passwd'>")) {
            taken(parse("<?xml version='1.0'?>\n" + type + "\n" + PLAIN, "a.html"), Problem.XML_DOCTYPE_IGNORED);
        }
    }

    @Test
    void entities_and_other_files_are_refused_unread() {
        String external = "<!DOCTYPE manifest [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><manifest>&x;</manifest>";
        String billion = "<!DOCTYPE m [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><m>&c;</m>";
        String parameter = "<!DOCTYPE m [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;]><m/>";
        String inUtf16 = "<?xml version='1.0' encoding='UTF-16'?>" + external;
        for (String xml : List.of(external, billion, parameter, external.replace("DOCTYPE", "doctype"))) {
            assertThat(parse(xml).problems()).as(xml).containsExactly(Problem.XML_DOCTYPE);
        }
        assertThat(parse(inUtf16.getBytes(StandardCharsets.UTF_16)).problems())
                .containsExactly(Problem.XML_ENCODING, Problem.XML_DOCTYPE);
        assertThat(parse("<!DOCTYPE manifest").problems()).containsExactly(Problem.XML_DOCTYPE);
    }

    @Test
    void includes_are_not_followed() {
        String include =
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>";
        Parsed parsed = parse(PLAIN.replace("<resources>", include + "<resources>"), "a.html");
        taken(parsed, Problem.XML_INCLUDE_IGNORED);
    }

    @Test
    void schemas_that_are_not_there_are_not_needed_and_not_fetched() {
        String located = PLAIN.replaceFirst(
                "<manifest ",
                "<manifest xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://a imscp.xsd"
                        + " http://b http://127.0.0.1:1/b.xsd http://c adlcp.xsd' ");
        Parsed parsed = parse(located, "a.html", "imscp.xsd");
        taken(parsed, Problem.SCHEMA_MISSING);
        assertThat(parsed.findings().get(0).arguments()).containsExactly("adlcp.xsd");
        taken(parse(located, "a.html", "imscp.xsd", "adlcp.xsd"));
    }

    @Test
    void prefixes_may_be_odd_or_undeclared() {
        taken(parse(PLAIN.replace("adlcp:", "p1:").replace("xmlns:adlcp", "xmlns:p1"), "a.html"));
        String prefixed = PLAIN.replaceAll("<(/?)([a-z])", "<$1ims:$2").replaceFirst("xmlns=", "xmlns:ims=");
        taken(parse(prefixed, "a.html"));
        String undeclared = PLAIN.replaceAll("xmlns:adlcp=\"[^\"]*\"", "");
        taken(parse(undeclared, "a.html"), Problem.NAMESPACE_UNDECLARED);
        String none = PLAIN.replaceAll("xmlns[:a-z]*=\"[^\"]*\"", "").replace("<schemaversion>1.2</schemaversion>", "");
        taken(parse(none, "a.html"), Problem.NAMESPACE_UNDECLARED, Problem.STANDARD_GUESSED);
    }

    @Test
    void names_may_be_in_another_case() {
        String xml = PLAIN.replace("organizations", "Organizations")
                .replace("identifierref", "identifierRef")
                .replace("scormtype", "SCORMType")
                .replace("'sco'", "'SCO'")
                .replace("<title>I", "<Title>I")
                .replace("I</title>", "I</Title>");
        Parsed parsed = parse(xml, "a.html");
        taken(parsed);
        assertThat(parsed.first().kind()).isEqualTo(Activity.Kind.SCO);
        assertThat(parsed.first().title()).isEqualTo("I");
    }

    @Test
    void either_standards_spelling_of_the_scorm_type_is_read() {
        assertThat(parse(PLAIN.replace("scormtype", "scormType"), "a.html")
                        .first()
                        .kind())
                .isEqualTo(Activity.Kind.SCO);
        assertThat(parse(with2004(ITEM, resource("href='a.html'")).replace("scormType", "scormtype"), "a.html")
                        .first()
                        .kind())
                .isEqualTo(Activity.Kind.SCO);
        Parsed silent = parse(PLAIN.replace("adlcp:scormtype='sco'", ""), "a.html");
        taken(silent, Problem.SCORM_TYPE_MISSING);
        assertThat(silent.first().kind()).isEqualTo(Activity.Kind.ASSET);
        taken(parse(PLAIN.replace("type='webcontent'", ""), "a.html"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sub\\a.html          | sub/a.html        | sub/a.html
                    /sub/a.html         | sub/a.html        | sub/a.html
                    SUB/A.HTML          | sub/a.html        | sub/a.html
                    min%20kurs.html     | min%20kurs.html   | min%2520kurs.html
                    min+kurs.html       | min kurs.html     | min%20kurs.html
                    r%E4ksm%F6rg.html   | räksmörg.html     | r%C3%A4ksm%C3%B6rg.html
                    a%2520b.html        | a b.html          | a%20b.html
                    100%.html?x         | 100%.html         | 100%25.html?x
                    sida#1.html         | sida#1.html       | sida%231.html
                    """)
    void starts_are_read_as_tools_mean_them(String href, String file, String url) {
        Parsed parsed = parse(with(ITEM, resource("href='" + href + "'")), file);
        boolean proper = href.equals("100%.html?x");
        taken(parsed, proper ? new Problem[0] : new Problem[] {Problem.HREF_MENDED});
        assertThat(parsed.url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    min kurs.html         | min kurs.html   | min%20kurs.html
                    min%20kurs.html       | min kurs.html   | min%20kurs.html
                    r%C3%A4ksm%C3%B6rg.html | räksmörg.html | r%C3%A4ksm%C3%B6rg.html
                    ra\u0308k.html        | räk.html        | r%C3%A4k.html
                    ./a.html              | a.html          | a.html
                    b/../a.html           | a.html          | a.html
                    a.html?x=å y          | a.html          | a.html?x=%C3%A5%20y
                    a.html#/lektion/1     | a.html          | a.html#/lektion/1
                    a.html?a=1&amp;b=<    | a.html          | a.html?a=1&b=%3C
                    """)
    void starts_are_read_as_the_standard_means_them(String href, String file, String url) {
        Parsed parsed = parse(with(ITEM, resource("href='" + href.replace("<", "&lt;") + "'")), file);
        taken(parsed);
        assertThat(parsed.url()).isEqualTo(url);
    }

    @Test
    void of_two_files_that_differ_in_case_none_is_guessed() {
        assertThat(parse(with(ITEM, resource("href='A.HTML'")), "a.html", "a.HTML")
                        .problems())
                .contains(Problem.FILE_MISSING);
    }

    @Test
    void a_base_may_lack_its_slash_or_be_forgotten_by_the_zip() {
        taken(parse(with(ITEM, resource("xml:base='sub' href='a.html'")), "sub/a.html"), Problem.HREF_MENDED);
        taken(parse(with(ITEM, resource("xml:base='sub/' href='a.html'")), "a.html"), Problem.HREF_MENDED);
        taken(parse(with(ITEM, resource("xml:base='sub\\' href='a.html'")), "sub/a.html"));
    }

    @Test
    void bare_ampersands_and_what_lies_around_are_mended() {
        Parsed parsed = parse(PLAIN.replace("<title>I<", "<title>SIP & ut&shy;skrivning<"), "a.html");
        taken(parsed, Problem.XML_REPAIRED);
        assertThat(parsed.first().title()).isEqualTo("SIP & ut&shy;skrivning");
        taken(parse("\n\n  <?xml version='1.0'?>" + PLAIN, "a.html"), Problem.XML_REPAIRED);
        taken(parse(PLAIN + "\u0000\u0000 slut", "a.html"), Problem.XML_REPAIRED);
        taken(parse(PLAIN.replace("<title>I<", "<title>I\u000b\u0001<"), "a.html"), Problem.XML_REPAIRED);
        taken(parse(PLAIN + "\n\n", "a.html"));
    }

    @Test
    void identifiers_that_are_there_twice_or_not_at_all_are_given() {
        Parsed twice = parse(with(ITEM + ITEM, resource("href='a.html'")), "a.html");
        taken(twice, Problem.IDENTIFIER_TWICE);
        assertThat(twice.whole().tree().launchables())
                .extracting(Activity::identifier)
                .containsExactly("i", "i~2");
        Parsed none = parse(PLAIN.replace("identifier='i'", ""), "a.html");
        taken(none, Problem.IDENTIFIER_MISSING);
        Parsed resources = parse(with(ITEM, resource("href='a.html'") + resource("href='b.html'")), "a.html", "b.html");
        taken(resources, Problem.IDENTIFIER_TWICE);
        assertThat(resources.url()).isEqualTo("a.html");
        taken(parse(
                PLAIN.replace("identifier='r'", "identifier='i'").replace("identifierref='r'", "identifierref='i'"),
                "a.html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<title/>", "<title>  </title>", ""})
    void a_missing_title_is_replaced(String title) {
        Parsed parsed = parse(PLAIN.replace("<title>I</title>", title), "a.html");
        taken(parsed, Problem.TITLE_MISSING);
        assertThat(parsed.first().title()).isEqualTo("i");
    }

    @Test
    void titles_are_one_line_of_a_bearable_length() {
        Parsed parsed = parse(PLAIN.replace("<title>I<", "<title>\n  Del\n  ett " + "x".repeat(9000) + "<"), "a.html");
        taken(parsed);
        assertThat(parsed.first().title()).startsWith("Del ett x").hasSize(501);
    }

    @Test
    void without_a_table_of_contents_one_is_made() {
        for (String organizations : List.of("", "<organizations/>", "<organizations default='x'></organizations>")) {
            String xml = PLAIN.replaceAll("(?s)<organizations.*</organizations>", organizations);
            Parsed parsed = parse(xml, "a.html");
            taken(parsed, Problem.ORGANIZATION_MADE);
            assertThat(parsed.url()).isEqualTo("a.html");
        }
        String pages =
                PLAIN.replaceAll("(?s)<organizations.*</organizations>", "").replace("adlcp:scormtype='sco'", "");
        assertThat(parse(pages, "a.html").first().kind()).isEqualTo(Activity.Kind.ASSET);
    }

    @Test
    void a_package_of_plain_ims_content_is_taken_for_pages() {
        String xml = PLAIN.replaceAll("xmlns[:a-z]*=\"[^\"]*\"", "xmlns='http://www.imsglobal.org/xsd/imscp_v1p1'")
                .replaceFirst("xmlns='[^']*' xmlns=", "xmlns=")
                .replace("<schemaversion>1.2<", "<schema>IMS Content</schema><schemaversion>1.1.4<")
                .replace("adlcp:scormtype='sco'", "");
        Parsed parsed = parse(xml, "a.html");
        taken(parsed, Problem.STANDARD_GUESSED, Problem.SCORM_TYPE_MISSING);
        assertThat(parsed.whole().standard()).isEqualTo(Standard.SCORM_1_2);
    }

    @Test
    void an_empty_table_of_contents_before_the_right_one_is_passed_over() {
        String xml =
                PLAIN.replaceFirst("default=\"o\">", "><organization identifier='e'><title>E</title></organization>");
        assertThat(parse(xml, "a.html").whole().organization().identifier()).isEqualTo("o");
    }

    @Test
    void one_part_without_its_file_leaves_the_others() {
        String items = ITEM + "<item identifier='j' identifierref='s'><title>J</title></item>";
        String resources =
                resource("href='a.html'") + resource("href='gone.html'").replace("'r'", "'s'");
        Parsed parsed = parse(with(items, resources), "a.html");
        taken(parsed, Problem.FILE_MISSING);
        assertThat(parsed.whole().tree().launchables()).hasSize(1);
    }

    @Test
    void too_many_elements_and_too_deep_ones_are_refused() {
        assertThat(parse("<a>".repeat(100_000)).problems()).containsExactly(Problem.XML_TOO_COMPLEX);
        assertThat(parse("<a>" + "<b/>".repeat(XmlTree.MOST_ELEMENTS) + "</a>").problems())
                .containsExactly(Problem.XML_TOO_COMPLEX);
    }

    @Test
    void attributes_without_end_are_read_or_refused_and_cost_little() {
        StringBuilder many = new StringBuilder("<manifest ");
        for (int i = 0; i < 50_000; i++) {
            many.append("xmlns:a").append(i).append("='urn:x' ");
        }
        assertThat(parse(many + "/>").findings()).isNotEmpty();
        assertThat(parse(PLAIN.replace("<title>I", "<title x='" + "y".repeat(4_000_000) + "'>I"), "a.html")
                        .whole()
                        .tree()
                        .launchables())
                .hasSize(1);
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
