package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What zip programs make of the format, and what people make of zip programs: taken, and told. */
class ZipHabitsTest {

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("package"));
    }

    private PackageReport unpack(byte[] zip) throws IOException {
        Path file = Files.write(directory.resolve("package.zip"), zip);
        return PackageReader.with(PackageLimits.DEFAULT).unpack(file, folder);
    }

    private PackageReport taken(byte[] zip, Problem... warnings) throws IOException {
        PackageReport report = unpack(zip);
        assertThat(report.findings()).extracting(Finding::problem).containsExactly(warnings);
        assertThat(report.usable()).isTrue();
        return report;
    }

    private static ZipForge.Entry named(ZipForge zip, byte[] name, String content) {
        ZipForge.Entry entry = zip.add("x", content);
        entry.name = name;
        entry.localName = name;
        entry.flags = 0;
        return entry;
    }

    private boolean has(String name) {
        return PackagePath.locate(folder, name).isPresent();
    }

    /** The manifest names a file; the zip's name of it is in some code page, and does not say which. */
    @ParameterizedTest
    @CsvSource({
        "IBM437, IBM437, räksmörgås.html",
        "IBM850, IBM850, Ærø_Ðå.html",
        "windows-1252, windows-1252, räksmörgås – två.html",
        "x-MacRoman, x-MacRoman, räksmörgås.html",
        "windows-1251, windows-1251, урок.html",
        "IBM866, IBM866, урок.html",
        "Shift_JIS, Shift_JIS, 日本語コース.html",
        "GBK, GBK, 中文课程.html",
        "UTF-8, , räksmörgås.html"
    })
    void names_are_read_by_what_the_manifest_calls_them(String written, String read, String name) throws IOException {
        ZipForge zip = new ZipForge();
        zip.add("imsmanifest.xml", Packages.MANIFEST.replace("index.html", name));
        named(zip, name.getBytes(Charset.forName(written)), "x");
        PackageReport report = unpack(zip.bytes());
        assertThat(report.files()).extracting(PackageFile::name).contains(name);
        assertThat(report.usable()).isTrue();
        assertThat(report.warnings())
                .extracting(Finding::arguments)
                .isEqualTo(
                        read == null
                                ? List.of()
                                : List.of(List.of("1", Charset.forName(read).name())));
    }

    @ParameterizedTest
    @CsvSource({"IBM437, för.txt", "IBM850, öl.txt", "windows-1252, ålderdom.txt"})
    void names_that_the_manifest_does_not_mention_are_read_by_their_letters(String charset, String name)
            throws IOException {
        ZipForge zip = Packages.whole();
        named(zip, name.getBytes(Charset.forName(charset)), "hej");
        taken(zip.bytes(), Problem.NAMES_IN_CODE_PAGE);
        assertThat(has(name)).isTrue();
    }

    @Test
    void the_flag_for_utf_8_may_lie() throws IOException {
        ZipForge zip = Packages.whole();
        named(zip, "blåbär.png".getBytes(Charset.forName("windows-1252")), "x").flags = 1 << 11;
        taken(zip.bytes(), Problem.NAMES_IN_CODE_PAGE);
        assertThat(has("blåbär.png")).isTrue();
    }

    @Test
    void info_zips_field_for_the_name_goes_before_the_name() throws IOException {
        ZipForge zip = Packages.whole();
        ZipForge.Entry entry = named(zip, "bl?b?r.png".getBytes(StandardCharsets.US_ASCII), "x");
        CRC32 sum = new CRC32();
        sum.update(entry.name);
        byte[] real = "blåbär.png".getBytes(StandardCharsets.UTF_8);
        ByteBuffer field = ByteBuffer.allocate(4 + 5 + real.length).order(ByteOrder.LITTLE_ENDIAN);
        field.putShort((short) 0x7075).putShort((short) (5 + real.length)).put((byte) 1);
        field.putInt((int) sum.getValue()).put(real);
        entry.extra = field.array();
        taken(zip.bytes());
        assertThat(has("blåbär.png")).isTrue();
    }

    @Test
    void backslashes_separate_folders() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("bilder\\a.png", "x");
        zip.store("tom\\", new byte[0]);
        taken(zip.bytes(), Problem.NAMES_WITH_BACKSLASH);
        assertThat(has("bilder/a.png")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./bilder/a.png", "bilder//a.png", "bilder/./a.png", "././bilder/a.png"})
    void steps_that_lead_nowhere_are_left_out(String name) throws IOException {
        ZipForge zip = Packages.whole();
        zip.add(name, "x");
        taken(zip.bytes(), Problem.NAMES_TIDIED);
        assertThat(has("bilder/a.png")).isTrue();
    }

    @Test
    void the_same_file_twice_is_taken_once() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a.xsd", "same");
        zip.add("a.xsd", "same");
        zip.store("b/", new byte[0]);
        zip.store("b/", new byte[0]);
        PackageReport report = taken(zip.bytes(), Problem.ZIP_SAME_TWICE);
        assertThat(report.files()).hasSize(3);
    }

    @Test
    void bytes_after_and_before_the_zip_are_left_out() throws IOException {
        byte[] zip = Packages.whole().bytes();
        byte[] after = Arrays.copyOf(zip, zip.length + 40);
        taken(after, Problem.ZIP_BYTES_AROUND);
        clear();
        byte[] before = new byte[zip.length + 33];
        System.arraycopy(zip, 0, before, 33, zip.length);
        taken(before, Problem.ZIP_BYTES_AROUND);
        assertThat(has("index.html")).isTrue();
    }

    private void clear() throws IOException {
        folder = Files.createDirectory(directory.resolve("another"));
    }

    @Test
    void sizes_may_follow_the_data_and_a_comment_the_end() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("slut PK\5\6 slut");
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : List.of("imsmanifest.xml", "index.html")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Packages.MANIFEST.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        taken(out.toByteArray());
    }

    @Test
    void a_header_before_the_data_may_be_silent_about_sizes() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a.txt", "x").isSilent = true;
        taken(zip.bytes());
    }

    @Test
    void the_large_form_is_read() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a.txt", "abc").isLarge = true;
        zip.store("b.txt", new byte[] {1}).isLarge = true;
        zip.isLarge = true;
        taken(zip.bytes());
        assertThat(has("a.txt")).isTrue();
        assertThat(has("b.txt")).isTrue();
    }

    @Test
    void litter_of_operating_systems_is_left_out() throws IOException {
        ZipForge zip = Packages.whole();
        zip.store("__MACOSX/", new byte[0]);
        zip.add("__MACOSX/._index.html", "x");
        zip.add("sub/.DS_Store", "x");
        zip.add("Thumbs.db", "x");
        assertThat(taken(zip.bytes(), Problem.LITTER).files()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "kurs/imsmanifest.xml, kurs/index.html, kurs",
        "a/b/imsmanifest.xml, a/b/index.html, a/b",
        "Min kurs å/imsmanifest.xml, Min kurs å/index.html, Min kurs å"
    })
    void a_course_in_a_folder_is_taken_from_there(String manifest, String start, String where) throws IOException {
        ZipForge zip = new ZipForge();
        zip.add(manifest, Packages.MANIFEST);
        zip.add(start, "x");
        zip.add("läsmig.txt", "x");
        PackageReport report = taken(zip.bytes(), Problem.MANIFEST_IN_FOLDER);
        assertThat(report.findings().get(0).arguments()).containsExactly(where);
        assertThat(report.manifest().orElseThrow().tree().first().orElseThrow().url())
                .endsWith("/index.html?from=manifest");
    }

    @Test
    void a_course_in_a_folder_may_use_files_beside_it() throws IOException {
        ZipForge zip = new ZipForge();
        zip.add("kurs/imsmanifest.xml", Packages.MANIFEST.replace("index.html", "../delat/index.html"));
        zip.add("delat/index.html", "x");
        assertThat(unpack(zip.bytes())
                        .manifest()
                        .orElseThrow()
                        .tree()
                        .first()
                        .orElseThrow()
                        .url())
                .startsWith("delat/index.html");
    }

    @Test
    void a_manifest_of_another_spelling_is_found() throws IOException {
        ZipForge zip = new ZipForge();
        zip.add("IMSManifest.XML", Packages.MANIFEST);
        zip.add("index.html", "x");
        taken(zip.bytes(), Problem.MANIFEST_MISNAMED);
    }

    @Test
    void a_manifest_at_the_top_goes_before_those_below() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("del/imsmanifest.xml", "<manifest/>");
        taken(zip.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "a/imsmanifest.xml, b/imsmanifest.xml, SEVERAL_PACKAGES",
        "kurs.zip, , PACKAGE_IN_PACKAGE",
        "tincan.xml, index.html, OTHER_STANDARD",
        "cmi5.xml, index.html, OTHER_STANDARD",
        "h5p.json, content/content.json, OTHER_STANDARD",
        "index.html, , MANIFEST_MISSING"
    })
    void what_is_no_course_is_told_in_other_words_than_it_has_no_manifest(String one, String other, Problem problem)
            throws IOException {
        ZipForge zip = new ZipForge();
        zip.store(one, Packages.whole().bytes());
        if (other != null) {
            zip.add(other, "y");
        }
        PackageReport report = unpack(zip.bytes());
        assertThat(report.errors()).extracting(Finding::problem).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "aux.js", "nul.tar.js", "COM1", "a/prn.html", "slut.", "slut ", ".htaccess"})
    void names_that_mean_something_to_a_system_are_only_names(String name) throws IOException {
        ZipForge zip = Packages.whole();
        zip.add(name, "x");
        taken(zip.bytes());
        assertThat(has(name)).isTrue();
        assertThat(Files.exists(folder.resolve(name))).isEqualTo(name.equals(".htaccess"));
    }

    @Test
    void names_as_long_as_other_alphabets_make_them_are_kept() throws IOException {
        ZipForge zip = Packages.whole();
        String name = "урок-".repeat(20) + "/" + "日本語".repeat(20) + ".html";
        zip.add(name, "x");
        taken(zip.bytes());
        assertThat(has(name)).isTrue();
        assertThat(has(name.replace("урок-/", "урок+/"))).isFalse();
    }

    @Test
    void a_file_is_found_in_another_case_when_there_is_only_one() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("Bilder/Hus.PNG", "x");
        taken(zip.bytes());
        assertThat(has("bilder/hus.png")).isTrue();
        assertThat(has("INDEX.HTML")).isTrue();
        assertThat(has("bilder/huset.png")).isFalse();
        assertThat(has("BILDER")).isFalse();
        assertThat(has("index.html/x")).isFalse();
    }
}
