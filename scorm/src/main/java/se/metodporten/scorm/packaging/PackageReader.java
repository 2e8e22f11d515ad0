package se.metodporten.scorm.packaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.packaging.ZipDirectory.Member;

/**
 * Unpacks a package that nobody vouches for and reads its manifest. What is wrong with the package stands in the
 * report; {@link ScormException} {@code package.io} is for the disk. Memory does not grow with the package, except for
 * the list of its files and its manifest, which are limited.
 */
public final class PackageReader {

    static final String MANIFEST = "imsmanifest.xml";

    private static final int BUFFER = 1 << 16;

    private final PackageLimits limits;

    private PackageReader(PackageLimits limits) {
        this.limits = limits;
    }

    public static PackageReader with(PackageLimits limits) {
        return new PackageReader(limits);
    }

    /**
     * Unpacks into a folder that exists and is empty; find its files with {@link PackagePath#locate}. When the zip is
     * refused, the folder is empty again; when only the manifest is at fault, the files are there.
     */
    public PackageReport unpack(Path zip, Path emptyFolder) {
        Findings findings = new Findings();
        try {
            requireEmpty(emptyFolder);
            List<PackageFile> files = new ArrayList<>();
            try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
                unpack(channel, emptyFolder, files, findings);
            } catch (RefusedException e) {
                empty(emptyFolder);
                return new PackageReport(Optional.empty(), List.of(), List.of(e.finding()));
            } catch (IOException e) {
                empty(emptyFolder);
                throw e;
            }
            return report(emptyFolder, files, findings);
        } catch (IOException e) {
            throw new ScormException("package.io", e);
        }
    }

    /** Reads the manifest of a folder that {@link #unpack} filled; never writes. */
    private PackageReport report(Path folder, List<PackageFile> files, Findings findings) throws IOException {
        files.stream()
                .filter(f -> isArchive(f.name()))
                .forEach(f -> findings.add(new Finding(Problem.ARCHIVE_INSIDE, List.of(f.name()), f.name(), 0)));
        Optional<Manifest> manifest = Optional.empty();
        try {
            String name = ManifestFile.find(files, findings);
            FileIndex index =
                    new FileIndex(files.stream().map(PackageFile::name).toList());
            ManifestParser parser = new ManifestParser(
                    index, ManifestFile.folder(name), location -> document(folder, location), findings);
            manifest = parser.parse(document(bytes(folder, name), findings));
        } catch (RefusedException e) {
            findings.add(e.finding());
        }
        return new PackageReport(manifest, files, findings.all());
    }

    private byte[] bytes(Path folder, String name) throws IOException, RefusedException {
        Path file = PackagePath.locate(folder, name).orElseThrow(() -> RefusedException.zip(Problem.MANIFEST_MISSING));
        if (Files.size(file) > limits.manifestBytes()) {
            throw RefusedException.zip(Problem.MANIFEST_TOO_LARGE, limits.manifestBytes());
        }
        return Files.readAllBytes(file);
    }

    /** What is not well-formed is read once more, mended. */
    static XmlTree.Document document(byte[] bytes, Findings findings) throws RefusedException {
        XmlText reading = new XmlText(findings);
        String text = reading.withoutDoctype(reading.decode(bytes));
        try {
            return XmlTree.read(text);
        } catch (RefusedException e) {
            if (e.finding().problem() != Problem.XML_MALFORMED) {
                throw e;
            }
            String repaired = XmlText.repaired(text);
            if (repaired.equals(text)) {
                throw e;
            }
            XmlTree.Document document;
            try {
                document = XmlTree.read(repaired);
            } catch (RefusedException again) {
                throw e;
            }
            findings.tell(
                    e.finding().line(),
                    Problem.XML_REPAIRED,
                    e.finding().arguments().get(0));
            return document;
        }
    }

    /** A file beside the manifest; one that cannot be read is as good as none. */
    private Optional<XmlTree.Element> document(Path folder, String location) {
        try {
            return Optional.of(document(bytes(folder, location), new Findings()).root());
        } catch (IOException | RefusedException e) {
            return Optional.empty();
        }
    }

    private void unpack(FileChannel zip, Path folder, List<PackageFile> files, Findings findings)
            throws IOException, RefusedException {
        List<Member> members = ZipDirectory.read(zip, limits, findings);
        long total = 0;
        for (Member member : members) {
            total += member.size();
            if (total > limits.unpackedBytes()) {
                throw RefusedException.zip(Problem.UNPACKED_TOO_LARGE, limits.unpackedBytes());
            }
        }
        if (total > limits.ratioFreeBytes() && total / limits.ratio() > zip.size()) {
            throw RefusedException.zip(Problem.RATIO, "the zip", limits.ratio());
        }
        List<String> litter = new ArrayList<>();
        for (Member member : members) {
            if (isLitter(member.name())) {
                litter.add(member.name());
            } else if (!member.folder()) {
                unpack(zip, member, folder);
                files.add(new PackageFile(member.name(), member.size()));
            }
        }
        if (!litter.isEmpty()) {
            findings.tellOfZip(Problem.LITTER, litter.size(), litter.get(0));
        }
    }

    private static void unpack(FileChannel zip, Member member, Path folder) throws IOException, RefusedException {
        Path file = folder.resolve(PackagePath.onDisk(member.name())).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw RefusedException.zip(Problem.NAME_UNSAFE, member.name());
        }
        Files.createDirectories(file.getParent());
        Inflater inflater = new Inflater(true);
        try (InputStream in = content(zip, member, inflater);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            copy(in, out, member);
        } finally {
            inflater.end();
        }
    }

    private static InputStream content(FileChannel zip, Member member, Inflater inflater) {
        InputStream packed = new ZipSlice(zip, member.dataOffset(), member.packed());
        return member.deflated() ? new InflaterInputStream(packed, inflater, BUFFER) : packed;
    }

    /** The sizes that the limits were held against are promises; here they are kept. */
    private static void copy(InputStream in, OutputStream out, Member member) throws IOException, RefusedException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        long left = member.size();
        for (int n = read(in, buffer, member); n >= 0; n = read(in, buffer, member)) {
            left -= n;
            if (left < 0) {
                throw RefusedException.zip(Problem.ZIP_SIZE_LIE, member.name());
            }
            crc.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        if (left != 0) {
            throw RefusedException.zip(Problem.ZIP_SIZE_LIE, member.name());
        }
        if (crc.getValue() != member.crc()) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, member.name());
        }
    }

    private static int read(InputStream in, byte[] buffer, Member member) throws IOException, RefusedException {
        try {
            return in.read(buffer);
        } catch (ZipException | EOFException e) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, member.name());
        }
    }

    /** What Windows and macOS leave behind. */
    private static boolean isLitter(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.equals("__MACOSX")
                || name.startsWith("__MACOSX/")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equals("desktop.ini");
    }

    private static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".jar") || lower.endsWith(".gz") || lower.endsWith(".7z");
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (var inside = Files.newDirectoryStream(folder)) {
            if (inside.iterator().hasNext()) {
                throw new IllegalArgumentException("not empty: " + folder);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
