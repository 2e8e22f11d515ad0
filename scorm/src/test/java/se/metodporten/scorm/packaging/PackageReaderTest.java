package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.sn.Activity;

/** Whole packages come in; each hostile kind is refused, with nothing left behind. */
class PackageReaderTest {

    private static final long MIB = 1L << 20;
    private static final PackageLimits SMALL =
            new PackageLimits(4 * MIB, 8 * MIB, 2 * MIB, 20, 50, 64 << 10, 4, 100, 64 << 10);

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("package"));
    }

    private PackageReport unpack(byte[] zip) throws IOException {
        Path file = directory.resolve("package.zip");
        Files.write(file, zip);
        return PackageReader.with(SMALL).unpack(file, folder);
    }

    private void refused(ZipForge zip, Problem problem) throws IOException {
        PackageReport report = unpack(zip.bytes());
        assertThat(report.findings()).extracting(Finding::problem).containsExactly(problem);
        assertThat(report.usable()).isFalse();
        assertThat(report.files()).isEmpty();
        assertThat(inside(folder)).isEmpty();
        assertThat(inside(directory))
                .extracting(p -> p.getFileName().toString())
                .containsOnly("package", "package.zip");
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    @Test
    void a_whole_package_is_unpacked_and_can_be_launched() throws IOException {
        PackageReport report = unpack(Packages.whole().bytes());
        assertThat(report.findings()).isEmpty();
        assertThat(report.usable()).isTrue();
        assertThat(report.files()).extracting(PackageFile::name).containsExactly("imsmanifest.xml", "index.html");
        Activity first = report.manifest().orElseThrow().tree().first().orElseThrow();
        assertThat(first.url()).isEqualTo("index.html?from=manifest");
        assertThat(first.kind()).isEqualTo(Activity.Kind.SCO);
        Path index = PackagePath.locate(folder, "index.html").orElseThrow();
        assertThat(Files.readString(index)).contains("åäö");
    }

    @Test
    void what_the_jdk_packs_can_be_unpacked() throws IOException {
        Path file = directory.resolve("jdk.zip");
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    List.of("imsmanifest.xml", "index.html", "bilder/", "bilder/räksmörgås.png", "tom.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.equals("imsmanifest.xml")) {
                    zip.write(Packages.MANIFEST.getBytes(StandardCharsets.UTF_8));
                } else if (name.endsWith(".png")) {
                    zip.write(noise);
                }
                zip.closeEntry();
            }
            zip.setComment("packed by a test");
        }
        PackageReport report = PackageReader.with(SMALL).unpack(file, folder);
        assertThat(report.usable()).isTrue();
        Path image = PackagePath.locate(folder, "bilder/räksmörgås.png").orElseThrow();
        assertThat(Files.readAllBytes(image)).isEqualTo(noise);
        assertThat(PackagePath.locate(folder, "tom.txt")).isPresent();
    }

    @Test
    void names_in_decomposed_form_are_found_under_the_composed_one() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a\u030A.txt", "å");
        unpack(zip.bytes());
        assertThat(PackagePath.locate(folder, "å.txt")).isPresent();
        assertThat(PackagePath.locate(folder, "a\u030A.txt")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "a/../index2.html",
                "/etc/passwd",
                "//host/share",
                "..",
                "C:/evil.txt",
                "C:evil.txt",
                "..\\evil.txt",
                "a\\..\\..\\evil.txt",
                "\\etc\\passwd",
                "./../evil.txt",
                "a/./../../evil.txt",
                "\\\\host\\share",
                "a\u0000b",
                "a\nb",
                " ",
                "a/ /b",
                "file.txt:stream",
                ""
            })
    void names_that_are_no_plain_paths_are_refused(String name) throws IOException {
        ZipForge zip = Packages.whole();
        zip.add(name, "evil");
        refused(zip, Problem.NAME_UNSAFE);
    }

    @Test
    void links_and_devices_are_refused() throws IOException {
        for (long type : new long[] {0xA, 0x1, 0x2, 0x6, 0xC}) {
            ZipForge zip = Packages.whole();
            zip.add("link", "/etc/passwd").attributes = type << 28 | 0777L << 16;
            refused(zip, Problem.LINK);
        }
    }

    @Test
    void files_and_folders_of_unix_are_no_links() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a.txt", "x").attributes = 0x8L << 28 | 0644L << 16;
        zip.store("b/", new byte[0]).attributes = 0x4L << 28 | 0755L << 16;
        assertThat(unpack(zip.bytes()).usable()).isTrue();
    }

    @Test
    void a_member_that_swells_too_much_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("zeros", new byte[(int) MIB]);
        refused(zip, Problem.RATIO);
    }

    @Test
    void a_member_that_hides_how_much_it_swells_is_refused_where_the_lie_shows() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("zeros", new byte[(int) (64 * MIB)]).size = 1000;
        refused(zip, Problem.ZIP_SIZE_LIE);
    }

    @Test
    void a_member_that_is_smaller_than_it_says_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("short", "abc").size = 4;
        refused(zip, Problem.ZIP_SIZE_LIE);
        ZipForge stored = Packages.whole();
        stored.store("short", new byte[3]).size = 4;
        refused(stored, Problem.ZIP_SIZE_LIE);
    }

    @Test
    void too_large_files_too_many_files_and_too_much_of_all_are_refused() throws IOException {
        ZipForge large = Packages.whole();
        large.store("large", new byte[(int) (2 * MIB) + 1]);
        refused(large, Problem.FILE_TOO_LARGE);

        ZipForge many = Packages.whole();
        for (int i = 0; i < 19; i++) {
            many.add("f" + i, "x");
        }
        refused(many, Problem.TOO_MANY_FILES);

        ZipForge all = Packages.whole();
        byte[] compressible = new byte[(int) (2 * MIB)];
        byte[] noise = new byte[compressible.length / 4];
        new Random(2).nextBytes(noise);
        System.arraycopy(noise, 0, compressible, 0, noise.length);
        for (int i = 0; i < 5; i++) {
            all.add("f" + i, compressible);
        }
        refused(all, Problem.UNPACKED_TOO_LARGE);
    }

    @Test
    void a_zip_that_is_itself_too_large_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        for (int i = 0; i < 3; i++) {
            zip.store("f" + i, new byte[(int) (2 * MIB) - 1]);
        }
        refused(zip, Problem.ZIP_TOO_LARGE);
    }

    @Test
    void folders_too_deep_and_names_too_long_are_refused() throws IOException {
        ZipForge deep = Packages.whole();
        deep.add("a/b/c/d/e/f.txt", "x");
        refused(deep, Problem.TOO_DEEP);
        ZipForge long_ = Packages.whole();
        long_.add("x".repeat(101), "x");
        refused(long_, Problem.NAME_TOO_LONG);
        ZipForge swelling = Packages.whole();
        swelling.add("å".repeat(51), "x");
        refused(swelling, Problem.NAME_TOO_LONG);
    }

    @Test
    void a_name_that_is_there_twice_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("index.html", "another");
        refused(zip, Problem.ZIP_DUPLICATE);
    }

    /** As in "A better zip bomb": one member's packed bytes hold the next member's header and data. */
    @Test
    void members_over_each_other_are_refused() throws IOException {
        ZipForge zip = Packages.whole();
        ZipForge.Entry outer = zip.store("a", concat(localHeader("b", 100), new byte[100]));
        ZipForge.Entry overlapping = zip.store("b", new byte[100]);
        zip.bytes();
        overlapping.offset = outer.offset + 30 + 1;
        refused(zip, Problem.ZIP_OVERLAP);
    }

    private static byte[] localHeader(String name, int size) {
        ZipForge one = new ZipForge();
        one.store(name, new byte[size]);
        byte[] whole = one.bytes();
        return Arrays.copyOf(whole, 30 + name.length());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void a_name_that_is_a_file_and_a_folder_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a", "file");
        zip.add("a/b", "inside it");
        refused(zip, Problem.ZIP_DUPLICATE);
    }

    @Test
    void a_member_with_another_name_before_its_data_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        zip.add("a.txt", "x").localName = "b.txt".getBytes(StandardCharsets.UTF_8);
        refused(zip, Problem.ZIP_CORRUPT);
    }

    @Test
    void a_member_whose_two_headers_differ_is_refused() throws IOException {
        ZipForge method = Packages.whole();
        method.add("a.txt", "x").localMethod = 0;
        refused(method, Problem.ZIP_CORRUPT);
        ZipForge size = Packages.whole();
        size.add("a.txt", "x").localSize = 4000;
        refused(size, Problem.ZIP_CORRUPT);
    }

    @Test
    void names_that_differ_in_case_or_in_how_letters_are_composed_are_refused() throws IOException {
        ZipForge differ = Packages.whole();
        differ.add("Index.HTML", "another");
        refused(differ, Problem.ZIP_DUPLICATE_CASE);
        ZipForge composed = Packages.whole();
        composed.add("\u00e5.txt", "one");
        composed.add("a\u030a.txt", "other");
        refused(composed, Problem.ZIP_DUPLICATE);
        ZipForge manifest = Packages.whole();
        manifest.add("IMSMANIFEST.XML", "<manifest/>");
        refused(manifest, Problem.ZIP_DUPLICATE_CASE);
    }

    @Test
    void a_number_of_members_that_is_not_theirs_is_refused() throws IOException {
        ZipForge few = Packages.whole();
        few.count = 1;
        refused(few, Problem.ZIP_UNREADABLE);
        ZipForge many = Packages.whole();
        many.isLarge = true;
        many.count = Integer.MAX_VALUE;
        refused(many, Problem.TOO_MANY_FILES);
    }

    @Test
    void sizes_beyond_all_files_are_refused() throws IOException {
        for (long size : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            ZipForge zip = Packages.whole();
            ZipForge.Entry entry = zip.store("a", new byte[1]);
            entry.isLarge = true;
            entry.size = size;
            entry.packedSize = size;
            PackageReport report = unpack(zip.bytes());
            assertThat(report.errors()).hasSize(1);
            assertThat(inside(folder)).isEmpty();
        }
    }

    @Test
    void a_member_inside_the_list_of_members_is_refused() throws IOException {
        ZipForge zip = Packages.whole();
        ZipForge.Entry last = zip.store("a", new byte[10]);
        last.packedSize = 40;
        last.size = 40;
        refused(zip, Problem.ZIP_OVERLAP);
    }

    @Test
    void damage_is_found() throws IOException {
        ZipForge crc = Packages.whole();
        crc.add("a.txt", "x").crc = 1;
        refused(crc, Problem.ZIP_CORRUPT);

        ZipForge data = Packages.whole();
        data.add("a.txt", "some text").data[1] ^= 0x55;
        PackageReport report = unpack(data.bytes());
        assertThat(report.errors())
                .extracting(Finding::problem)
                .containsAnyOf(Problem.ZIP_CORRUPT, Problem.ZIP_SIZE_LIE);
        assertThat(inside(folder)).isEmpty();
    }

    @Test
    void encrypted_and_unknown_packing_is_refused() throws IOException {
        ZipForge encrypted = Packages.whole();
        encrypted.add("a", "x").flags |= 1;
        refused(encrypted, Problem.ZIP_ENCRYPTED);
        ZipForge lzma = Packages.whole();
        lzma.add("a", "x").method = 14;
        refused(lzma, Problem.ZIP_UNSUPPORTED);
    }

    @Test
    void what_is_no_zip_or_only_a_part_of_one_is_refused() throws IOException {
        byte[] whole = Packages.whole().bytes();
        for (byte[] bytes : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                new byte[200],
                Arrays.copyOf(whole, whole.length - 5))) {
            PackageReport report = unpack(bytes);
            assertThat(report.errors()).extracting(Finding::problem).containsExactly(Problem.ZIP_UNREADABLE);
        }
    }

    @Test
    void an_archive_inside_stays_a_file() throws IOException {
        ZipForge zip = Packages.whole();
        zip.store("more.zip", Packages.whole().bytes());
        PackageReport report = unpack(zip.bytes());
        assertThat(report.usable()).isTrue();
        assertThat(report.warnings()).extracting(Finding::problem).containsExactly(Problem.ARCHIVE_INSIDE);
        assertThat(PackagePath.locate(folder, "more.zip")).isPresent();
    }

    @Test
    void a_package_without_manifest_or_with_a_huge_one_is_told_what_to_do() throws IOException {
        ZipForge none = new ZipForge();
        none.add("index.html", "x");
        assertThat(unpack(none.bytes()).errors())
                .extracting(Finding::problem)
                .containsExactly(Problem.MANIFEST_MISSING);
        clear();
        ZipForge huge = new ZipForge();
        huge.store("imsmanifest.xml", new byte[(64 << 10) + 1]);
        assertThat(unpack(huge.bytes()).errors())
                .extracting(Finding::problem)
                .containsExactly(Problem.MANIFEST_TOO_LARGE);
    }

    private void clear() throws IOException {
        for (Path path : inside(folder)) {
            if (Files.isDirectory(path)) {
                for (Path below : inside(path)) {
                    Files.delete(below);
                }
            }
            Files.delete(path);
        }
    }

    @Test
    void a_folder_in_use_is_no_target_and_trouble_with_the_disk_is_our_own_exception() throws IOException {
        Files.write(folder.resolve("there already"), new byte[1]);
        assertThatThrownBy(() -> unpack(Packages.whole().bytes())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        PackageReader.with(SMALL).unpack(directory.resolve("none.zip"), directory.resolve("none")))
                .isInstanceOfSatisfying(
                        ScormException.class, e -> assertThat(e.key()).isEqualTo("package.io"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../package.zip", "/etc/passwd", "a/../index.html", "index.html/", "index.html\u0000", "", "."})
    void a_file_is_found_by_its_own_name_only(String name) throws IOException {
        unpack(Packages.whole().bytes());
        assertThat(PackagePath.locate(folder, name)).isEmpty();
    }

    @Test
    void every_problem_has_a_key_and_a_sentence_for_its_arguments() {
        for (Problem problem : Problem.values()) {
            assertThat(problem.key()).matches("package\\.[a-z0-9][A-Za-z0-9]*");
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"))) {
                String sentence = problem.sentence(locale, List.of("{1}", "b", "c"));
                assertThat(sentence).doesNotContain("?", "{0}", "{2}").hasSizeGreaterThan(20);
            }
        }
        assertThat(Problem.NAME_UNSAFE.key()).isEqualTo("package.nameUnsafe");
    }

    @Test
    void a_hostile_name_makes_no_hostile_message() {
        Finding finding = Finding.ofZip(Problem.NAME_UNSAFE, "a\n\u202Egpj.exe" + "x".repeat(1000));
        assertThat(finding.message()).doesNotContain("\n", "\u202E").hasSizeLessThan(400);
    }
}
