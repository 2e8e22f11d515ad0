package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.scorm.packaging.Parsed.ITEM;
import static se.metodporten.scorm.packaging.Parsed.parse;
import static se.metodporten.scorm.packaging.Parsed.resource;
import static se.metodporten.scorm.packaging.Parsed.with;
import static se.metodporten.scorm.packaging.Parsed.with2004;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Manifest.Item;
import se.metodporten.scorm.packaging.Manifest.Metadata;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.Activity.Control;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.LaunchData.SharedData;

/**
 * SCORM Content Aggregation Model 1.2 (2001-10-01), §2.3, and 2004 4th edition, §3: the manifest as the standards have
 * it. What tools make of it is {@link ManifestHabitsTest}.
 */
class ManifestParserTest {

    @Test
    void a_manifest_is_read_with_all_that_a_launch_needs() {
        Parsed parsed = parse(Packages.MANIFEST, "index.html");
        assertThat(parsed.findings()).isEmpty();
        Manifest manifest = parsed.whole();
        assertThat(manifest.standard()).isEqualTo(Standard.SCORM_1_2);
        assertThat(manifest.identifier()).isEqualTo("visam");
        assertThat(manifest.version()).isEqualTo("1.0");
        assertThat(manifest.organization().title()).isEqualTo("ViSam – grunderna");
        assertThat(manifest.tree().launchables()).singleElement().satisfies(activity -> {
            assertThat(activity.identifier()).isEqualTo("item-1");
            assertThat(activity.title()).isEqualTo("Grunderna");
            assertThat(activity.kind()).isEqualTo(Activity.Kind.SCO);
            assertThat(activity.url()).isEqualTo("index.html?from=manifest");
            assertThat(activity.launchData())
                    .isEqualTo(LaunchData.scorm12(new BigDecimal("80"), "01:00:00", "exit,message", "start=2"));
        });
    }

    @Test
    void items_lie_in_items_to_any_reasonable_depth() {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            open.append("<item identifier='i")
                    .append(i)
                    .append("'><title>Del ")
                    .append(i)
                    .append("</title>");
            close.append("</item>");
        }
        Manifest manifest = parse(with(open + ITEM + close, resource("href='a.html'")), "a.html")
                .whole();
        assertThat(manifest.tree().launchables())
                .extracting(Activity::identifier)
                .containsExactly("i");
        assertThat(manifest.tree().places()).last().returns(200, place -> place.depth());
        Item item = manifest.organization().items().get(0);
        for (int i = 0; i < 200; i++) {
            item = item.items().get(0);
        }
        assertThat(item.title()).isEqualTo("I");
    }

    @Test
    void the_default_organization_is_the_one_that_counts() {
        String xml = with(ITEM, resource("href='a.html'"))
                .replace(
                        "<organizations default=\"o\">",
                        "<organizations default=\" o \"><organization identifier='other'><title>X</title>"
                                + "<item identifier='x' identifierref='r'><title>X</title></item></organization>");
        Parsed parsed = parse(xml, "a.html");
        assertThat(parsed.whole().organization().identifier()).isEqualTo("o");
        assertThat(parsed.whole().organizations()).hasSize(2);
        assertThat(parsed.problems()).containsExactly(Problem.SEVERAL_ORGANIZATIONS);
        Parsed unknown = parse(with(ITEM, resource("href='a.html'")).replace("default=\"o\"", "default='x'"), "a.html");
        assertThat(unknown.whole().organization().identifier()).isEqualTo("o");
        assertThat(unknown.problems()).containsExactly(Problem.DEFAULT_UNKNOWN);
        Parsed silent = parse(xml.replace("default=\" o \"", ""), "a.html");
        assertThat(silent.whole().organization().identifier()).isEqualTo("other");
        assertThat(silent.problems()).containsExactly(Problem.DEFAULT_MISSING, Problem.SEVERAL_ORGANIZATIONS);
    }

    @Test
    void the_bases_of_manifest_resources_and_resource_are_joined() {
        String xml = with(ITEM, resource("xml:base='b/' href='../c/start%20här.html?x=1#y'"))
                .replace("<resources>", "<resources xml:base='a/'>")
                .replace("<manifest ", "<manifest xml:base='top/' ");
        Parsed parsed = parse(xml, "top/a/c/start här.html");
        assertThat(parsed.url()).isEqualTo("top/a/c/start%20h%C3%A4r.html?x=1#y");
        assertThat(parsed.findings()).isEmpty();
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
                    a.html      | ?namn=å ä | a.html?namn=%C3%A5%20%C3%A4
                    a.html      | "><script> | a.html?%22%3E%3Cscript%3E
                    """)
    void parameters_are_joined_to_the_start_file(String href, String parameters, String url) {
        String item = ITEM.replace(
                "identifierref",
                "parameters='" + parameters.replace("&", "&amp;").replace("<", "&lt;") + "' identifierref");
        assertThat(parse(with(item, resource("href='" + href + "'")), "a.html").url())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java&#10;script:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:x",
                "../a.html",
                "a/../../a.html",
                "..\\\\a.html",
                "%2e%2e/a.html",
                "..%2fa.html",
                "c:%5ca.html",
                "C:/a.html",
                "a%00.html",
                "javascript%3aalert(1)"
            })
    void a_start_outside_the_package_is_refused(String href) {
        Parsed parsed = parse(with(ITEM, resource("href='" + href + "'")), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.HREF_OUTSIDE, Problem.NOTHING_TO_LAUNCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.se/a.html", "HTTP://x/a.html", "//elsewhere.se/a.html", "\\\\host\\a.html"})
    void an_address_on_the_web_is_left_out(String href) {
        Parsed parsed = parse(with(ITEM, resource("href='" + href + "'")), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.HREF_ELSEWHERE, Problem.NOTHING_TO_LAUNCH);
        String items = ITEM + "<item identifier='j' identifierref='s'><title>J</title></item>";
        String both =
                resource("href='" + href + "'") + resource("href='a.html'").replace("'r'", "'s'");
        Parsed beside = parse(with(items, both), "a.html");
        assertThat(beside.problems()).containsExactly(Problem.HREF_ELSEWHERE);
        assertThat(beside.whole().tree().launchables()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)/", "https://elsewhere.se/", "//x/", "../", "file:///"})
    void a_base_leads_out_as_little_as_a_start(String base) {
        Parsed parsed = parse(with(ITEM, resource("xml:base='" + base + "' href='a.html'")), "b.html");
        assertThat(parsed.whole().tree().launchables()).isEmpty();
        assertThat(parsed.problems()).contains(Problem.NOTHING_TO_LAUNCH);
    }

    @Test
    void a_start_file_that_is_not_there_is_told_with_its_line() {
        Parsed parsed = parse(with("\n\n" + ITEM, resource("href='b.html'")), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.FILE_MISSING, Problem.NOTHING_TO_LAUNCH);
        assertThat(parsed.findings().get(0).line()).isEqualTo(6);
        assertThat(parsed.findings().get(0).message()).startsWith("imsmanifest.xml:6: ");
    }

    @Test
    void references_to_nothing_leave_the_part_out() {
        assertThat(parse(with(ITEM.replace("'r'", "'x'"), resource("href='a.html'")), "a.html")
                        .problems())
                .containsExactly(Problem.RESOURCE_UNKNOWN, Problem.NOTHING_TO_LAUNCH);
        assertThat(parse(with(ITEM, resource("")), "a.html").problems())
                .containsExactly(Problem.RESOURCE_WITHOUT_HREF, Problem.NOTHING_TO_LAUNCH);
        assertThat(parse(with("", resource("href='a.html'")), "a.html").problems())
                .containsExactly(Problem.NOTHING_TO_LAUNCH);
    }

    @Test
    void identifiers_are_case_sensitive_and_trimmed() {
        assertThat(parse(with(ITEM.replace("'r'", "'R'"), resource("href='a.html'")), "a.html")
                        .problems())
                .contains(Problem.RESOURCE_UNKNOWN);
        assertThat(parse(with(ITEM.replace("'r'", "' r '"), resource("href='a.html'")), "a.html")
                        .problems())
                .isEmpty();
    }

    @Test
    void values_for_content_are_judged_and_bad_ones_ignored() {
        String item = "<item identifier='i' identifierref='r'><title>I</title>"
                + "<adlcp:masteryscore>eighty</adlcp:masteryscore><adlcp:maxtimeallowed>1 h</adlcp:maxtimeallowed>"
                + "<adlcp:timelimitaction>explode</adlcp:timelimitaction><adlcp:datafromlms>ok</adlcp:datafromlms></item>";
        Parsed parsed = parse(with(item, resource("href='a.html'")), "a.html");
        assertThat(parsed.problems()).containsOnly(Problem.VALUE_IGNORED).hasSize(3);
        assertThat(parsed.first().launchData()).isEqualTo(LaunchData.scorm12(null, null, null, "ok"));
    }

    @Test
    void prerequisites_are_kept_and_told_of_when_they_cannot_be_understood() {
        String item =
                ITEM.replace("</item>", "<adlcp:prerequisites type='aicc_script'>a&amp;b</adlcp:prerequisites></item>");
        Parsed parsed = parse(with(item, resource("href='a.html'")), "a.html");
        assertThat(parsed.first().prerequisites()).isEqualTo("a&b");
        assertThat(parsed.problems()).isEmpty();
        Parsed odd = parse(with(item.replace("a&amp;b", "a &amp;&amp; (b"), resource("href='a.html'")), "a.html");
        assertThat(odd.first().prerequisites()).isEmpty();
        assertThat(odd.problems()).containsExactly(Problem.PREREQUISITES_UNREADABLE);
    }

    @Test
    void a_table_of_contents_keeps_what_it_does_not_show() {
        String items = ITEM.replace("identifierref", "isvisible='false' identifierref");
        Activity part = parse(with(items, resource("href='a.html'")), "a.html").first();
        assertThat(part.visible()).isFalse();
        assertThat(part.launchable()).isTrue();
    }

    @Test
    void the_first_sco_goes_before_an_asset() {
        String items = "<item identifier='a' identifierref='x'><title>A</title></item>" + ITEM;
        String resources = "<resource identifier='x' type='webcontent' adlcp:scormtype='asset' href='a.html'/>"
                + resource("href='a.html'");
        Parsed parsed = parse(with(items, resources), "a.html");
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.first().identifier()).isEqualTo("i");
        assertThat(parsed.whole().tree().launchables())
                .extracting(Activity::kind)
                .containsExactly(Activity.Kind.ASSET, Activity.Kind.SCO);
    }

    @Test
    void resources_tell_their_files_and_what_they_depend_on() {
        String resource = resource("href='a.html'")
                .replace(
                        "/>",
                        "><file href='a.html'/><file href='gone.png'/><dependency identifierref='d'/></resource>");
        Parsed parsed = parse(with(ITEM, resource), "a.html");
        assertThat(parsed.problems()).containsExactly(Problem.LISTED_FILES_MISSING, Problem.DEPENDENCY_UNKNOWN);
        assertThat(parsed.whole().resources().get(0).files()).containsExactly("a.html");
        assertThat(parsed.whole().resources().get(0).dependencies()).containsExactly("d");
    }

    /** CAM 2004 4th edition §3.4.1: what an item of 2004 gives its content. */
    @Test
    void an_item_of_2004_gives_its_content_thresholds_objectives_and_shared_data() {
        String item = """
                <item identifier='i' identifierref='r'><title>I</title>
                  <adlcp:timeLimitAction>exit,no message</adlcp:timeLimitAction>
                  <adlcp:dataFromLMS>start=2</adlcp:dataFromLMS>
                  <adlcp:completionThreshold completedByMeasure='true' minProgressMeasure='0.75'/>
                  <adlcp:data><adlcp:map targetID='shared' writeSharedData='false'/></adlcp:data>
                  <adlnav:presentation><adlnav:navigationInterface>
                    <adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>suspendAll</adlnav:hideLMSUI>
                  </adlnav:navigationInterface></adlnav:presentation>
                  <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit='PT1H'/>
                    <imsss:objectives>
                      <imsss:primaryObjective objectiveID='main' satisfiedByMeasure='true'>
                        <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>
                      <imsss:objective objectiveID='second'/>
                    </imsss:objectives></imsss:sequencing>
                </item>""";
        Parsed parsed = parse(with2004(item, resource("href='a.html'")), "a.html");
        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.whole().standard()).isEqualTo(Standard.SCORM_2004);
        assertThat(parsed.whole().edition()).isEqualTo("2004 4th Edition");
        assertThat(parsed.first().hidden()).containsExactlyInAnyOrder(Control.CONTINUE, Control.SUSPEND_ALL);
        assertThat(parsed.first().launchData())
                .isEqualTo(new LaunchData(
                        null,
                        "PT1H",
                        "exit,no message",
                        "start=2",
                        new BigDecimal("0.8"),
                        new BigDecimal("0.75"),
                        List.of("main", "second"),
                        List.of(new SharedData("shared", true, false))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    <adlcp:completionThreshold>0.5</adlcp:completionThreshold>                        | 0.5
                    <adlcp:completionThreshold completedByMeasure='true'/>                            | 1.0
                    <adlcp:completionThreshold minProgressMeasure='0.5'/>                             | null
                    <adlcp:completionThreshold completedByMeasure='false' minProgressMeasure='0.5'/>  | null
                    <adlcp:completionThreshold completedByMeasure='true' minProgressMeasure='2'/>     | null
                    """)
    void the_completion_threshold_holds_in_the_third_and_the_fourth_edition(String element, BigDecimal threshold) {
        String item = ITEM.replace("</item>", element + "</item>");
        assertThat(parse(with2004(item, resource("href='a.html'")), "a.html")
                        .first()
                        .launchData()
                        .completionThreshold())
                .isEqualTo(threshold);
    }

    @Test
    void a_measure_to_pass_holds_only_when_the_objective_asks_for_one() {
        String silent = ITEM.replace(
                "</item>",
                "<imsss:sequencing><imsss:objectives><imsss:primaryObjective>"
                        + "<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>"
                        + "</imsss:objectives></imsss:sequencing></item>");
        assertThat(parse(with2004(silent, resource("href='a.html'")), "a.html")
                        .first()
                        .launchData()
                        .scaledPassingScore())
                .isNull();
        String asking = silent.replace("<imsss:primaryObjective>", "<imsss:primaryObjective satisfiedByMeasure='true'>")
                .replaceAll("<imsss:minNormalizedMeasure>.*</imsss:minNormalizedMeasure>", "");
        assertThat(parse(with2004(asking, resource("href='a.html'")), "a.html")
                        .first()
                        .launchData()
                        .scaledPassingScore())
                .isEqualByComparingTo("1");
    }

    @Test
    void metadata_in_the_manifest_is_read() {
        String lom = "<lom><general><title><langstring xml:lang='sv'>ViSam</langstring></title><language>sv</language>"
                + "<description><string>Om\n   samverkan</string></description>"
                + "<keyword><langstring>SIP</langstring></keyword></general></lom></metadata>";
        String xml = with(ITEM, resource("href='a.html'")).replace("</metadata>", lom);
        assertThat(parse(xml, "a.html").whole().metadata())
                .isEqualTo(new Metadata("ViSam", "Om samverkan", "sv", List.of("SIP")));
    }

    @Test
    void a_manifest_inside_the_manifest_stands_where_an_item_refers_to_it() {
        String inner = """
                <manifest identifier='inner' xml:base='inner/'>
                  <organizations><organization identifier='io'><title>Inre</title>
                    <item identifier='ii' identifierref='ir'><title>Inre del</title></item></organization></organizations>
                  <resources><resource identifier='ir' type='webcontent' adlcp:scormtype='sco' href='b.html'/></resources>
                </manifest></manifest>""";
        String xml = with(
                        ITEM + "<item identifier='j' identifierref='inner'><title>J</title></item>",
                        resource("href='a.html'"))
                .replace("</manifest>", inner);
        Parsed parsed = parse(xml, "a.html", "inner/b.html");
        assertThat(parsed.problems()).containsExactly(Problem.SUBMANIFEST_JOINED);
        assertThat(parsed.whole().tree().launchables())
                .extracting(Activity::url)
                .containsExactly("a.html", "inner/b.html");
    }

    @Test
    void a_manifest_that_holds_itself_ends() {
        String xml = with(ITEM.replace("'r'", "'m2'"), resource("href='a.html'"))
                .replace(
                        "</manifest>",
                        "<manifest identifier='m2'><organizations><organization identifier='x'><title>X</title>"
                                + "<item identifier='y' identifierref='m2'><title>Y</title></item></organization>"
                                + "</organizations></manifest></manifest>");
        assertThat(parse(xml, "a.html").whole().tree().launchables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.2              | SCORM_1_2  | 1.2              |
                    2004 4th Edition | SCORM_2004 | 2004 4th Edition |
                    2004 3rd Edition | SCORM_2004 | 2004 3rd Edition |
                    CAM 1.3          | SCORM_2004 | 2004 2nd Edition |
                    1.1              | SCORM_1_2  | 1.2              | SCHEMA_VERSION_ODD
                    """)
    void the_version_is_told_by_its_name(String version, Standard standard, String edition, Problem problem) {
        String xml =
                with(ITEM, resource("href='a.html'")).replace("<schemaversion>1.2<", "<schemaversion>" + version + "<");
        Parsed parsed = parse(xml, "a.html");
        assertThat(parsed.whole().standard()).isEqualTo(standard);
        assertThat(parsed.whole().edition()).isEqualTo(edition);
        assertThat(parsed.problems()).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void without_a_version_the_namespaces_tell_and_without_either_it_is_guessed() {
        String silent = with(ITEM, resource("href='a.html'")).replaceAll("<metadata>.*</metadata>", "");
        assertThat(parse(silent, "a.html").problems()).isEmpty();
        String silent2004 = with2004(ITEM, resource("href='a.html'")).replaceAll("<metadata>.*</metadata>", "");
        assertThat(parse(silent2004, "a.html").problems()).isEmpty();
        assertThat(parse(silent2004, "a.html").whole().standard()).isEqualTo(Standard.SCORM_2004);
        assertThat(parse("<manifest/>").problems())
                .containsExactly(Problem.STANDARD_GUESSED, Problem.NOTHING_TO_LAUNCH);
        assertThat(parse("<html/>").problems()).containsExactly(Problem.NOT_A_MANIFEST);
    }

    @Test
    void cartridges_and_tests_are_no_courses() {
        String cartridge = with(ITEM, resource("href='a.html'"))
                .replace("<schemaversion>1.2<", "<schema>IMS Common Cartridge</schema><schemaversion>1.1.0<");
        assertThat(parse(cartridge, "a.html").problems()).containsExactly(Problem.OTHER_STANDARD);
        String qti = with(ITEM, resource("href='a.html'"))
                .replace("<schemaversion>1.2<", "<schema>QTIv2.1 Package</schema><schemaversion>1.0.0<");
        assertThat(parse(qti, "a.html").problems()).containsExactly(Problem.OTHER_STANDARD);
    }
}
