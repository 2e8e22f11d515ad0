package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.metodporten.scorm.packaging.PackagePath;
import se.metodporten.scorm.packaging.PackageReader;

/**
 * The files of course versions, unpacked on this node when first asked for: under a temporary name, then moved, so that a
 * half unpacked version is never served. The folder is a cache; it may be deleted at any time.
 */
@ApplicationScoped
class CourseFiles {

    @Inject
    private CourseStore store;

    @Inject
    private CourseLimits limits;

    @Inject
    @ConfigProperty(name = "metodporten.data")
    private Optional<String> data;

    /** A file of a version; empty for what is not in its package. @param name as in the URL, decoded */
    Optional<Path> find(long versionId, String name) {
        return PackagePath.locate(folderOf(versionId), name);
    }

    /** A version that is no more. */
    void forget(long versionId) {
        Folders.delete(cache().resolve("version-" + versionId));
    }

    private Path folderOf(long versionId) {
        Path folder = cache().resolve("version-" + versionId);
        if (!Files.isDirectory(folder)) {
            unpack(versionId, folder);
        }
        return folder;
    }

    private synchronized void unpack(long versionId, Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path zip = null;
        Path temporary = null;
        try {
            Files.createDirectories(cache());
            zip = Files.createTempFile(cache(), "package", ".zip");
            temporary = Files.createTempDirectory(cache(), "unpacking");
            store.copyTo(versionId, zip);
            PackageReader.with(limits.ofPackages()).unpack(zip, temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Folders.delete(zip);
            Folders.delete(temporary);
        }
    }

    private Path cache() {
        return Path.of(data.orElse(System.getProperty("java.io.tmpdir")), "course-cache");
    }
}
