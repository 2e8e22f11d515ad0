package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import se.metodporten.common.DomainException;

/**
 * Keeps what a browser sends, as it comes, in a file of this node: memory does not grow with it, and what is interrupted
 * or too large is gone at once. Not an entry point, since sending takes longer than any transaction may: its caller has
 * asked {@link CourseUploads#expect}.
 */
@ApplicationScoped
public class UploadFolder {

    private static final int AT_ONCE = 3;
    private static final int BUFFER = 1 << 16;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    private CourseLimits limits;

    /**
     * @param name as the browser says
     * @throws DomainException {@code elearning.refused.tooLarge}, {@code .busy}
     * @throws IOException when the sending stops
     */
    public UploadedFile keep(String name, InputStream content) throws IOException {
        if (!places.tryAcquire()) {
            throw new DomainException("elearning.refused.busy");
        }
        Path file = Files.createTempFile(limits.folder(), "package", ".zip");
        boolean whole = false;
        try {
            MessageDigest digest = Secret.digest();
            long size = copy(content, file, digest);
            whole = true;
            return new UploadedFile(file, lastName(name), size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            places.release();
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Nobody wants it after all. */
    public void forget(UploadedFile file) {
        Folders.delete(file.path());
    }

    private long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limits.largest()) {
                    throw new DomainException("elearning.refused.tooLarge", limits.largestMib());
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static String lastName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return shown.isEmpty() ? "paket.zip" : shown;
    }
}
