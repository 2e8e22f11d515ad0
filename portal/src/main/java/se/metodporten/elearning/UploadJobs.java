package se.metodporten.elearning;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Jobs;
import se.metodporten.elearning.CourseUpload.State;
import se.metodporten.scorm.packaging.PackageReader;
import se.metodporten.scorm.packaging.PackageReport;
import se.metodporten.scorm.sn.ActivityTree;

/** Checks and stores packages in the background, as the system, once what asked for it is committed. */
@ApplicationScoped
class UploadJobs {

    private static final System.Logger LOG = System.getLogger(UploadJobs.class.getName());
    private static final String JOB = "course-upload";
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(10);
    private static final Duration UNDECIDED = Duration.ofDays(30);

    /** Somebody took the upload away while it was stored. */
    private static final class NotWanted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Guard guard;

    @Inject
    private UploadSql sql;

    @Inject
    private TrialSql trials;

    @Inject
    private CourseStore store;

    @Inject
    private CourseFiles files;

    @Inject
    private CourseLimits limits;

    @Inject
    private Clock clock;

    /** No file on its way in outlives the portal that received it. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(limits.folder())) {
            left.forEach(Folders::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        jobs.every(SWEPT_EVERY, JOB, this::sweep);
    }

    void work(@Observes(during = TransactionPhase.AFTER_SUCCESS) CourseUploads.Received received) {
        executor.execute(() -> guard.asSystem(JOB, () -> {
            checkAndStore(received);
            return true;
        }));
    }

    /** A file that was taken in by a transaction that failed is of no use. */
    void forget(@Observes(during = TransactionPhase.AFTER_FAILURE) CourseUploads.Received received) {
        Folders.delete(received.file());
    }

    void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) CourseUploads.Unwanted unwanted) {
        executor.execute(() -> guard.asSystem(JOB, () -> {
            remove(unwanted.versionId());
            return true;
        }));
    }

    /** What was interrupted leaves nothing; what nobody has decided about for a month neither, nor a trial that was left. */
    void sweep() {
        guard.requireSystem();
        Instant now = clock.instant();
        trials.sweep(now);
        sql.left(now.minus(CourseUpload.LONGEST_SILENCE), now.minus(UNDECIDED)).forEach(this::sweep);
    }

    private void sweep(UploadSql.Left left) {
        State state = sql.find(left.id()).orElseThrow().state();
        sql.state(left.id(), state == State.READY ? State.DISCARDED : State.FAILED);
        sql.version(left.id(), null);
        remove(left.versionId());
    }

    private void checkAndStore(CourseUploads.Received received) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(limits.folder(), "unpacked");
            PackageReport report = PackageReader.with(limits.ofPackages()).unpack(received.file(), folder);
            Folders.delete(folder);
            PackageSummary summary = PackageSummary.of(report);
            if (report.usable()) {
                sql.report(received.upload(), summary, State.STORING);
                ActivityTree tree = report.manifest().orElseThrow().tree();
                store.store(
                        received.courseCode(),
                        (int) -received.upload(),
                        tree,
                        received.sha256(),
                        received.file(),
                        received.actor(),
                        storing(received.upload()));
                sql.state(received.upload(), State.READY);
            } else {
                sql.report(received.upload(), summary, State.REFUSED);
            }
        } catch (NotWanted gone) {
            LOG.log(System.Logger.Level.INFO, "Upload {0} was taken away while it was stored", received.upload());
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The package of upload " + received.upload() + " failed", failed);
            fail(received.upload());
        } finally {
            Folders.delete(received.file());
            Folders.delete(folder);
        }
    }

    private CourseStore.Stored storing(long upload) {
        return new CourseStore.Stored() {
            @Override
            public void begun(long versionId) {
                sql.version(upload, versionId);
            }

            @Override
            public void chunks(int stored) {
                if (!sql.stored(upload, stored)) {
                    throw new NotWanted();
                }
            }
        };
    }

    private void fail(long upload) {
        Long version = sql.find(upload).map(CourseUpload::versionId).orElse(null);
        sql.state(upload, State.FAILED);
        sql.version(upload, null);
        remove(version);
    }

    private void remove(@Nullable Long version) {
        if (version != null) {
            store.remove(version);
            files.forget(version);
        }
    }
}
