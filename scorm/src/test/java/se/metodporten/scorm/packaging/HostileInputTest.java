package se.metodporten.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes: a report or our own exception, nothing outside the folder, memory that does not grow with it. */
class HostileInputTest {

    private static final PackageLimits SMALL =
            new PackageLimits(1 << 20, 4 << 20, 1 << 20, 50, 50, 64 << 10, 8, 200, 64 << 10);

    private Path directory = Path.of("");

    @BeforeTry
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("hostile");
    }

    @AfterTry
    void removeDirectory() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private PackageReport unpack(byte[] bytes) throws IOException {
        Path zip = Files.write(directory.resolve("in.zip"), bytes);
        Path outer = Files.createDirectory(directory.resolve("outer"));
        Path folder = Files.createDirectory(outer.resolve("package"));
        PackageReport report = PackageReader.with(SMALL).unpack(zip, folder);
        try (Stream<Path> around = Stream.concat(Files.list(directory), Files.list(outer))) {
            assertThat(around).hasSize(3);
        }
        return report;
    }

    @Provide
    Arbitrary<List<int[]>> damage() {
        return Arbitraries.integers()
                .between(0, 4000)
                .tuple2()
                .map(t -> new int[] {t.get1(), t.get2()})
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void a_zip_with_bytes_changed_gives_a_report(@ForAll("damage") List<int[]> damage) throws IOException {
        byte[] zip = Packages.whole().bytes();
        for (int[] at : damage) {
            // most of the changes hit the list of members, where they hurt
            int position = zip.length - 1 - at[0] % Math.min(zip.length, 250);
            zip[position] = (byte) at[1];
        }
        PackageReport report = unpack(zip);
        assertThat(report.usable() || !report.findings().isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void bytes_that_never_were_a_zip_give_a_report(@ForAll byte[] bytes) throws IOException {
        assertThat(unpack(bytes).usable()).isFalse();
    }

    @Property(tries = 150)
    void any_name_stays_inside_or_is_refused(@ForAll("names") String name) throws IOException {
        ZipForge zip = Packages.whole();
        zip.add(name, "content");
        PackageReport report = unpack(zip.bytes());
        assertThat(report.files().isEmpty() || report.files().size() == 3 || isLitter(name))
                .isTrue();
        for (PackageFile file : report.files()) {
            assertThat(PackagePath.locate(directory.resolve("outer/package"), file.name()))
                    .isPresent();
        }
    }

    private static boolean isLitter(String name) {
        return name.endsWith("/") || name.startsWith("__MACOSX/") || name.endsWith("Thumbs.db");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(30),
                Arbitraries.of("..", ".", "/", "\\", "a", "å", "C:", "%2e%2e", "~", "$HOME", " ", "\u202E", "con")
                        .list()
                        .ofMaxSize(6)
                        .map(parts -> String.join("/", parts)));
    }

    @Property(tries = 200)
    void a_manifest_with_anything_in_it_gives_a_report(@ForAll("damage") List<int[]> damage, @ForAll String text)
            throws IOException {
        StringBuilder manifest = new StringBuilder(Packages.MANIFEST);
        for (int[] at : damage) {
            int position = at[0] % manifest.length();
            if (at[1] % 3 == 0) {
                manifest.insert(position, text);
            } else if (at[1] % 3 == 1) {
                manifest.setCharAt(position, (char) (at[1] % 128));
            } else {
                manifest.delete(position, Math.min(manifest.length(), position + at[1] % 40));
            }
        }
        ZipForge zip = new ZipForge();
        zip.add("imsmanifest.xml", manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.add("index.html", "x");
        PackageReport report = unpack(zip.bytes());
        assertThat(report.usable() || !report.findings().isEmpty()).isTrue();
    }

    @Test
    void a_hundred_megabytes_are_unpacked_in_the_memory_of_a_few(@TempDir Path temporary) throws IOException {
        Path zip = temporary.resolve("large.zip");
        byte[] block = new byte[1 << 20];
        new Random(3).nextBytes(block);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip));
                ZipOutputStream packing = new ZipOutputStream(out)) {
            packing.setLevel(0);
            packing.putNextEntry(new ZipEntry("imsmanifest.xml"));
            packing.write(Packages.MANIFEST.getBytes(StandardCharsets.UTF_8));
            packing.putNextEntry(new ZipEntry("index.html"));
            packing.putNextEntry(new ZipEntry("film.mp4"));
            for (int i = 0; i < 100; i++) {
                packing.write(block);
            }
        }
        Path folder = Files.createDirectory(temporary.resolve("package"));
        long before = allocated();
        PackageReport report = PackageReader.with(PackageLimits.DEFAULT).unpack(zip, folder);
        long used = allocated() - before;
        assertThat(report.usable()).isTrue();
        assertThat(report.unpackedBytes()).isGreaterThan(100L << 20);
        assertThat(used).as("bytes allocated").isLessThan(8L << 20);
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
