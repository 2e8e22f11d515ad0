package se.metodporten.elearning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.CourseUpload.State;

/**
 * What somebody who answers for courses does with a package: hand it in, read the report, try it, publish it as the newest
 * version or take it away. The work itself is done in the background by {@link UploadJobs}.
 */
@Service
public class CourseUploads {

    private static final int LONGEST_NAME = 200;

    /** The file is there to be worked on; sent when that is committed. */
    record Received(long upload, String courseCode, Path file, String sha256, String actor) {}

    /** The version of an upload is not wanted; sent when that is committed. */
    record Unwanted(@Nullable Long versionId) {}

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private UploadSql sql;

    @Inject
    private CourseLimits limits;

    @Inject
    private Audit audit;

    @Inject
    private Event<Received> received;

    @Inject
    private Event<Unwanted> unwanted;

    @Inject
    private Clock clock;

    /** The largest package, in MiB. */
    public int largestMib() {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return limits.largestMib();
    }

    /**
     * Whether a package of so many bytes is let in: asked before any of it is read.
     *
     * @param bytes as the browser says, a little more than the file; negative when it says nothing
     * @throws DomainException {@code elearning.refused.tooLarge}, {@code .noRoom}, {@code .underWay}
     */
    public void expect(String courseCode, long bytes) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        requireCourse(courseCode);
        if (bytes > limits.largest() + UploadedFile.MOST_AROUND) {
            throw new DomainException("elearning.refused.tooLarge", limits.largestMib());
        }
        if (!limits.hasRoomFor(Math.max(bytes, 0))) {
            throw new DomainException("elearning.refused.noRoom");
        }
        refuseWhileWorking(courseCode);
    }

    /**
     * Takes a file in and begins to check it. What waited for a decision about the same course is taken away.
     *
     * @param file is deleted when it is worked on
     * @return the upload's id
     */
    public long begin(String courseCode, UploadedFile file) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        lock(courseCode);
        refuseWhileWorking(courseCode);
        sql.open(courseCode).forEach(this::away);
        String actor = guard.reader().actor();
        String name = Cut.to(LONGEST_NAME, file.name());
        long id = sql.begin(courseCode, name, file.size(), file.sha256(), actor);
        audit.done(actor, "UPLOAD_COURSE", "course:" + courseCode, null, "upload:" + id);
        received.fire(new Received(id, courseCode, file.path(), file.sha256(), actor));
        return id;
    }

    /** @throws DomainException when there is no such upload */
    public CourseUpload upload(long id) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return sql.find(id).orElseThrow(() -> new DomainException("elearning.refused.noUpload"));
    }

    /** Of a course, what is under way or waits for a decision. */
    public List<CourseUpload> open(String courseCode) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return sql.open(courseCode);
    }

    /**
     * Makes it the newest version of its course. Attempts under way finish on theirs; new ones begin on this.
     *
     * @return the number of the version
     */
    public int publish(long id) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        String course = upload(id).courseCode();
        lock(course);
        CourseUpload upload = upload(id);
        if (upload.state() != State.READY) {
            throw new DomainException("elearning.refused.notReady");
        }
        long version = Objects.requireNonNull(upload.versionId());
        database.execute(handle -> {
            handle.createUpdate("""
                            update course_version set number = :number, published_at = :now
                            where id = :id and complete and published_at is null""")
                    .bind("number", upload.number())
                    .bind("now", clock.instant())
                    .bind("id", version)
                    .execute();
            handle.createUpdate("update course_ref set offered = true where code = :code")
                    .bind("code", course)
                    .execute();
        });
        sql.state(id, State.PUBLISHED);
        audit.done(guard.reader().actor(), "PUBLISH_COURSE", "course:" + course, null, "version:" + upload.number());
        return upload.number();
    }

    /** Takes it away; nothing of it is left but that it was there. */
    public void discard(long id) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        lock(upload(id).courseCode());
        CourseUpload upload = upload(id);
        if (!upload.decidable() && !upload.interrupted(clock.instant())) {
            throw new DomainException("elearning.refused.notReady");
        }
        away(upload);
        audit.done(
                guard.reader().actor(), "DISCARD_COURSE_UPLOAD", "course:" + upload.courseCode(), null, "upload:" + id);
    }

    private void away(CourseUpload upload) {
        sql.state(upload.id(), State.DISCARDED);
        sql.version(upload.id(), null);
        unwanted.fire(new Unwanted(upload.versionId()));
    }

    private void refuseWhileWorking(String courseCode) {
        if (sql.open(courseCode).stream().anyMatch(one -> one.working(clock.instant()))) {
            throw new DomainException("elearning.refused.underWay");
        }
    }

    private void requireCourse(String code) {
        int found = database.query(handle -> handle.createQuery("select count(*) from course where code = :code")
                .bind("code", code)
                .mapTo(int.class)
                .one());
        if (found == 0) {
            throw new DomainException("elearning.refused.noSuchCourse");
        }
    }

    /** One at a time for each course, on whatever nodes: the row that {@link CourseStore} locks. */
    private void lock(String courseCode) {
        requireCourse(courseCode);
        database.execute(handle -> handle.createQuery("select code from course_ref where code = :code for update")
                .bind("code", courseCode)
                .mapTo(String.class)
                .one());
    }
}
