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
import org.w3c.dom.Element;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.packaging.Finding;
import se.metodporten.scorm.packaging.Manifest;
import se.metodporten.scorm.packaging.PackageLimits;
import se.metodporten.scorm.packaging.PackageReader;
import se.metodporten.scorm.packaging.PackageReport;

class CoursePackageTest {

    private static final String ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    private final CoursePackage course = CoursePackage.named("visam-grunderna");

    @Test
    void the_manifest_says_scorm_1_2_with_one_sco() {
        Element root = course.manifest().getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("http://www.imsproject.org/xsd/imscp_rootv1p1p2");
        assertThat(texts("schemaversion")).containsExactly("1.2");
        Element resource = elements("resource").get(0);
        assertThat(elements("resource")).hasSize(1);
        assertThat(resource.getAttributeNS(ADLCP, "scormtype")).isEqualTo("sco");
        assertThat(resource.getAttribute("href")).isEqualTo("index.html");
        assertThat(elements("item"))
                .singleElement()
                .returns(resource.getAttribute("identifier"), item -> item.getAttribute("identifierref"));
    }

    @Test
    void the_mastery_score_is_the_pass_mark_of_the_test() {
        assertThat(texts("masteryscore")).containsExactly("80");
        assertThat(CoursePackage.all(course.page(), "//*[@data-pass]/@data-pass/..")
                        .get(0)
                        .getAttribute("data-pass"))
                .isEqualTo("80");
    }

    @Test
    void every_file_in_the_manifest_is_in_the_zip_and_the_other_way_round() {
        List<String> listed =
                elements("file").stream().map(file -> file.getAttribute("href")).toList();

        assertThat(course.files().keySet().stream().filter(name -> !name.equals("imsmanifest.xml")))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void the_page_has_no_script_or_style_of_its_own_and_fetches_nothing_from_elsewhere() {
        assertThat(CoursePackage.all(course.page(), "//style | //*[@style] | //script[not(@src)] | //script[text()]"))
                .isEmpty();
        assertThat(CoursePackage.all(course.page(), "//*[@*[starts-with(name(), 'on')]]"))
                .isEmpty();
        assertThat(CoursePackage.all(course.page(), "//script | //link | //img | //iframe").stream()
                        .flatMap(each -> Stream.of(each.getAttribute("src"), each.getAttribute("href"))))
                .noneMatch(address -> address.contains(":") || address.startsWith("//"));
        assertThat(new String(course.file("kurs.css"), UTF_8)).doesNotContain("url(", "@import");
        assertThat(new String(course.file("kurs.js"), UTF_8))
                .doesNotContain("eval(", "new Function", "serviceWorker", "beforeunload", "XMLHttpRequest", "fetch(");
    }

    @Test
    void our_own_reader_of_packages_finds_nothing_to_remark(@TempDir Path folder) throws IOException {
        Path zip = Files.write(folder.resolve("course.zip"), CoursePackage.bytes("visam-grunderna"));

        PackageReport report = PackageReader.with(PackageLimits.DEFAULT)
                .unpack(zip, Files.createDirectory(folder.resolve("unpacked")));

        assertThat(report.findings()).extracting(Finding::message).isEmpty();
        assertThat(report.usable()).isTrue();
        assertThat(report.manifest()).map(Manifest::standard).contains(Standard.SCORM_1_2);
    }

    private List<Element> elements(String name) {
        return CoursePackage.all(course.manifest(), "//*[local-name() = '" + name + "']");
    }

    private List<String> texts(String name) {
        return elements(name).stream().map(Element::getTextContent).toList();
    }
}
