package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.metodporten.scorm.packaging.PackageLimits;

/** How large a package may be, and where this node keeps what is on its way in. */
@ApplicationScoped
class CourseLimits {

    private static final long MIB = 1L << 20;

    /** The disk must also hold this when a package and what is in it are there. */
    private static final long SPARE = 256 * MIB;

    @Inject
    @ConfigProperty(name = "metodporten.courses.largest-mib", defaultValue = "1024")
    private int largestMib;

    @Inject
    @ConfigProperty(name = "metodporten.data")
    private Optional<String> data;

    /** The largest package, in bytes. */
    long largest() {
        return largestMib * MIB;
    }

    int largestMib() {
        return largestMib;
    }

    PackageLimits ofPackages() {
        PackageLimits usual = PackageLimits.DEFAULT;
        return new PackageLimits(
                largest(),
                Math.max(usual.unpackedBytes(), 2 * largest()),
                Math.max(usual.fileBytes(), largest()),
                usual.files(),
                usual.ratio(),
                usual.ratioFreeBytes(),
                usual.depth(),
                usual.nameLength(),
                usual.manifestBytes());
    }

    /** Of files on their way in; each is gone when it is stored or refused. */
    Path folder() {
        Path folder = Path.of(data.orElse(System.getProperty("java.io.tmpdir")), "course-uploads");
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a package of so many bytes can be received and unpacked here. */
    boolean hasRoomFor(long bytes) {
        try {
            return Files.getFileStore(folder()).getUsableSpace() > 3 * bytes + SPARE;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
