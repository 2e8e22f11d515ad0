package se.metodporten.courses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Finding;
import se.metodporten.scorm.packaging.Manifest;
import se.metodporten.scorm.packaging.PackageLimits;
import se.metodporten.scorm.packaging.PackageReader;
import se.metodporten.scorm.packaging.PackageReport;

/** What every package promises to a learning system. */
class CoursePackageTest {

    private static final String ADLCP_1_2 = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
    private static final String ADLCP_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3";

    static Stream<CoursePackage> courses() {
        return CoursePackage.all();
    }

    @Test
    void a_course_of_1_2_is_one_sco_with_the_pass_mark_as_its_mastery_score() {
        CoursePackage course = CoursePackage.named("visam-grunderna");
        Element root = course.manifest().getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("http://www.imsproject.org/xsd/imscp_rootv1p1p2");
        assertThat(texts(course, "schemaversion")).containsExactly("1.2");
        Element resource = elements(course, "resource").get(0);
        assertThat(elements(course, "resource")).hasSize(1);
        assertThat(resource.getAttributeNS(ADLCP_1_2, "scormtype")).isEqualTo("sco");
        assertThat(resource.getAttribute("href")).isEqualTo("index.html");
        assertThat(elements(course, "item"))
                .singleElement()
                .returns(resource.getAttribute("identifier"), item -> item.getAttribute("identifierref"));
        assertThat(texts(course, "masteryscore")).containsExactly("80").containsExactlyElementsOf(passMarks(course));
    }

    @Test
    void a_course_of_2004_in_parts_is_a_sco_for_each_chapter_and_one_for_the_test() {
        CoursePackage course = CoursePackage.named("it-stod");

        assertThat(texts(course, "schemaversion")).containsExactly("2004 4th Edition");
        assertThat(elements(course, "resource").stream()
                        .map(resource -> resource.getAttributeNS(ADLCP_2004, "scormType")))
                .containsExactly("sco", "sco", "sco", "sco", "sco", "sco", "asset");
        assertThat(elements(course, "item")).hasSize(6);
        assertThat(CoursePackage.all(course.manifest(), "//*[local-name()='controlMode']"))
                .singleElement()
                .returns("true", mode -> mode.getAttribute("choice"))
                .returns("true", mode -> mode.getAttribute("flow"));
        assertThat(elements(course, "rollupRules"))
                .as("the chapters do not pass or fail the course, the test does")
                .hasSize(5);
        assertThat(texts(course, "minNormalizedMeasure")).containsExactly("0.8");
        assertThat(passMarks(course)).containsExactly("80");
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_item_leads_to_a_resource_and_every_identifier_is_its_own(CoursePackage course) {
        List<String> identifiers = CoursePackage.all(course.manifest(), "//*[@identifier]").stream()
                .map(each -> each.getAttribute("identifier"))
                .toList();
        assertThat(identifiers).doesNotHaveDuplicates();
        assertThat(CoursePackage.all(course.manifest(), "//*[@identifierref]").stream()
                        .map(each -> each.getAttribute("identifierref")))
                .isSubsetOf(identifiers);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_file_in_the_manifest_is_in_the_zip_and_the_other_way_round(CoursePackage course) {
        List<String> listed = elements(course, "file").stream()
                .map(file -> file.getAttribute("href"))
                .toList();

        assertThat(course.files().keySet().stream().filter(name -> !name.equals("imsmanifest.xml")))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void no_page_has_script_or_style_of_its_own_or_fetches_anything_from_elsewhere(CoursePackage course) {
        assertThat(course.onPages("//style | //*[@style] | //script[not(@src)] | //script[text()]"))
                .isEmpty();
        assertThat(course.onPages("//*[@*[starts-with(name(), 'on')]]")).isEmpty();
        assertThat(course.onPages("//script | //link | //img | //iframe").stream()
                        .flatMap(each -> Stream.of(each.getAttribute("src"), each.getAttribute("href"))))
                .noneMatch(address -> address.contains(":") || address.startsWith("//"));
        assertThat(new String(course.file("kurs.css"), UTF_8)).doesNotContain("url(", "@import");
        assertThat(new String(course.file("kurs.js"), UTF_8))
                .doesNotContain("eval(", "new Function", "serviceWorker", "beforeunload", "XMLHttpRequest", "fetch(");
    }

    @ParameterizedTest
    @MethodSource("courses")
    void our_own_reader_of_packages_finds_nothing_to_remark(CoursePackage course, @TempDir Path folder)
            throws IOException {
        Path zip = Files.write(folder.resolve("course.zip"), CoursePackage.bytes(course.name()));

        PackageReport report = PackageReader.with(PackageLimits.DEFAULT)
                .unpack(zip, Files.createDirectory(folder.resolve("unpacked")));

        assertThat(report.findings()).extracting(Finding::message).isEmpty();
        assertThat(report.manifest())
                .map(Manifest::standard)
                .contains(course.speaks2004() ? Standard.SCORM_2004 : Standard.SCORM_1_2);
    }

    private static List<String> passMarks(CoursePackage course) {
        return course.onPages("//*[@data-pass]").stream()
                .map(test -> test.getAttribute("data-pass"))
                .toList();
    }

    private static List<Element> elements(CoursePackage course, String name) {
        return CoursePackage.all(course.manifest(), "//*[local-name() = '" + name + "']");
    }

    private static List<String> texts(CoursePackage course, String name) {
        return elements(course, name).stream().map(Element::getTextContent).toList();
    }
}
