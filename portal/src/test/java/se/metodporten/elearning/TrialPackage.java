package se.metodporten.elearning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Packages of a test's own, made of one that the courses' build made. */
final class TrialPackage {

    private static final String BUILT = "/se/metodporten/courses/visam-grunderna.zip";

    private TrialPackage() {}

    /** The same course, but another file. */
    static byte[] with(String note) {
        return rebuilt(note, null);
    }

    static byte[] withManifest(String manifest) {
        return rebuilt("", manifest);
    }

    private static byte[] rebuilt(String note, @Nullable String manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream built = Objects.requireNonNull(TrialPackage.class.getResourceAsStream(BUILT));
                ZipInputStream in = new ZipInputStream(built);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (manifest != null && entry.getName().equals("imsmanifest.xml")) {
                    out.write(manifest.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("note.txt"));
            out.write(note.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
