package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.scorm.packaging.PackageReader;
import se.metodporten.scorm.packaging.PackageReport;
import se.metodporten.scorm.sn.ActivityTree;

/**
 * Packages in the database: written in chunks, each in a transaction of its own, and complete only when the last one is
 * there. Not an entry point; its callers run as a job.
 */
@ApplicationScoped
class CourseStore {

    static final int CHUNK = 1 << 20;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private CourseLimits limits;

    @Inject
    private Clock clock;

    /**
     * Stores and publishes a package that comes with the portal as the newest version of a course, unless it has been
     * published before or people have published one of their own since: then the course is theirs. Of two who
     * publish the same course at once, on whatever nodes, the second waits and then finds what the first has done; the
     * lock is a row that nothing else writes, and a node that dies lets go of it. Not within a transaction.
     *
     * @param zip closed by the caller
     * @throws DomainException {@code elearning.refused.package} when the package cannot be used
     */
    void publish(String courseCode, InputStream zip) {
        database.execute(handle -> handle.useTransaction(lock -> {
            lock.createQuery("select code from course_ref where code = :code for update")
                    .bind("code", courseCode)
                    .mapTo(String.class)
                    .one();
            publishAlone(courseCode, zip);
        }));
    }

    private void publishAlone(String courseCode, InputStream zip) {
        Path file = null;
        Path folder = null;
        try {
            file = Files.createTempFile("course", ".zip");
            String sha256 = copy(zip, file);
            if (isOlderThanWhatThereIs(courseCode, sha256)) {
                return;
            }
            folder = Files.createTempDirectory("course");
            PackageReport report = PackageReader.with(limits.ofPackages()).unpack(file, folder);
            ActivityTree tree =
                    report.usable() ? report.manifest().orElseThrow().tree() : refuse(report);
            long version = begin(courseCode, tree, sha256, Files.size(file));
            writeChunks(version, file, stored -> {});
            database.execute(handle -> handle.createUpdate(
                            "update course_version set complete = true, published_at = :now where id = :id")
                    .bind("now", clock.instant())
                    .bind("id", version)
                    .execute());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Folders.delete(file);
            Folders.delete(folder);
        }
    }

    /** Removes what never became complete, a day after it was begun. */
    void sweepOrphans() {
        List<Long> orphans = database.query(handle -> handle.createQuery("""
                        select v.id from course_version v where not v.complete and v.created_at < :before
                          and not exists (select 1 from course_upload u where u.course_version_id = v.id)""")
                .bind("before", clock.instant().minus(Duration.ofDays(1)))
                .mapTo(Long.class)
                .list());
        orphans.forEach(this::remove);
    }

    /** Stores a package as a version that nobody may take yet. @param number negative, as long as it is not published */
    long store(String courseCode, int number, ActivityTree tree, String sha256, Path file, String actor, Stored each)
            throws IOException {
        long size = Files.size(file);
        long version = database.query(handle -> insert(handle, courseCode, tree, sha256, size, actor, number));
        each.begun(version);
        writeChunks(version, file, each::chunks);
        database.execute(handle -> handle.createUpdate("update course_version set complete = true where id = :id")
                .bind("id", version)
                .execute());
        return version;
    }

    /** Hears how far the storing of a version has come. */
    interface Stored {
        void begun(long versionId);

        void chunks(int stored);
    }

    /** A version that nobody has an attempt on, with its package. */
    void remove(long version) {
        database.executePatiently(handle -> {
            handle.createUpdate("delete from course_trial where course_version_id = :version")
                    .bind("version", version)
                    .execute();
            handle.createUpdate("""
                            delete k from package_chunk k join course_version v on v.id = k.course_version_id
                            where v.id = :version and v.published_at is null""").bind("version", version).execute();
            handle.createUpdate("delete from course_version where id = :version and published_at is null")
                    .bind("version", version)
                    .execute();
        });
    }

    /** Writes a stored package to a file. */
    void copyTo(long versionId, Path file) throws IOException {
        int chunks = database.query(
                handle -> handle.createQuery("select count(*) from package_chunk where course_version_id = :version")
                        .bind("version", versionId)
                        .mapTo(int.class)
                        .one());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int position = 0; position < chunks; position++) {
                out.write(chunk(versionId, position));
            }
        }
    }

    private byte[] chunk(long versionId, int position) {
        return database.query(handle -> handle.createQuery(
                        "select bytes from package_chunk where course_version_id = :version and position = :position")
                .bind("version", versionId)
                .bind("position", position)
                .mapTo(byte[].class)
                .one());
    }

    private boolean isOlderThanWhatThereIs(String courseCode, String sha256) {
        return database.query(handle -> handle.createQuery("""
                        select count(*) from course_version v join course c on c.id = v.course_id
                        where c.code = :code and v.published_at is not null
                          and (v.sha256 = :sha256 or v.created_by not like 'system:%')""")
                        .bind("code", courseCode)
                        .bind("sha256", sha256)
                        .mapTo(int.class)
                        .one())
                > 0;
    }

    private long begin(String courseCode, ActivityTree tree, String sha256, long size) {
        return database.query(handle -> {
            int last = handle.createQuery("""
                            select coalesce(max(v.number), 0) from course_version v join course c on c.id = v.course_id
                            where c.code = :code and v.number > 0""")
                    .bind("code", courseCode)
                    .mapTo(int.class)
                    .one();
            return insert(handle, courseCode, tree, sha256, size, guard.reader().actor(), last + 1);
        });
    }

    private long insert(
            Handle handle, String courseCode, ActivityTree tree, String sha256, long size, String actor, int number) {
        return handle.createUpdate("""
                        insert into course_version (course_id, number, scorm_version, tree, sha256, size,
                                                    created_at, created_by)
                        select c.id, :number, :standard, :tree, :sha256, :size, :now, :actor
                        from course c where c.code = :code""")
                .bind("number", number)
                .bind("standard", tree.standard().code())
                .bind("tree", tree.toJson())
                .bind("sha256", sha256)
                .bind("size", size)
                .bind("now", clock.instant())
                .bind("actor", actor)
                .bind("code", courseCode)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private void writeChunks(long version, Path file, IntConsumer each) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(CHUNK);
            for (int position = 0; bytes.length > 0; position++) {
                insert(version, position, bytes);
                each.accept(position + 1);
                bytes = in.readNBytes(CHUNK);
            }
        }
    }

    private void insert(long version, int position, byte[] bytes) {
        database.execute(handle -> handle.createUpdate(
                        "insert into package_chunk (course_version_id, position, bytes) values (:version, :position, :bytes)")
                .bind("version", version)
                .bind("position", position)
                .bind("bytes", bytes)
                .execute());
    }

    private static ActivityTree refuse(PackageReport report) {
        throw new DomainException("elearning.refused.package", report.errors().size());
    }

    private static String copy(InputStream in, Path file) throws IOException {
        MessageDigest digest = Secret.digest();
        try (OutputStream out = Files.newOutputStream(file)) {
            new DigestInputStream(in, digest).transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
