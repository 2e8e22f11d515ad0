package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;
import se.metodporten.scorm.sn.Activity;

/** For a course's owner: what its content said wrongly, and results nobody would believe. No names: it is about the course. */
@Service
public class CourseLog {

    @Inject
    private Database database;

    @Inject
    private CourseTrees trees;

    @Inject
    private Guard guard;

    /** What a note tells. */
    public enum Kind {
        /** The standard does not allow it; it was not kept. */
        REFUSED,
        /** It goes beyond the standard; it was kept. */
        WARNED,
        /** The standard allows it; a person should look. */
        DOUBTED
    }

    private record Row(
            long attemptId,
            long courseVersionId,
            int version,
            Kind kind,
            String activity,
            String element,
            String code,
            String why,
            String value,
            int times,
            Instant notedAt) {}

    /**
     * @param part title of the part of the course; null when the course is one part
     * @param code which kind of fault or doubt; empty for a warning
     * @param why in English, for the author
     */
    public record Note(
            long attemptId,
            int version,
            Kind kind,
            @Nullable String part,
            String element,
            String code,
            String why,
            String value,
            int times,
            Instant notedAt) {

        /** Of the sentence that puts it into words. */
        public String key() {
            return code.isEmpty() ? "elearning.log." + kind : "elearning.log." + kind + "." + code;
        }
    }

    /** The latest first. */
    public Page<Note> notes(String courseCode, Paging paging) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle -> {
            String from = """
                    from attempt_note n join attempt a on a.id = n.attempt_id
                    join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id
                    where c.code = :code""";
            int total = handle.createQuery("select count(*) " + from)
                    .bind("code", courseCode)
                    .mapTo(int.class)
                    .one();
            List<Note> rows = handle.createQuery(
                            """
                            select n.attempt_id, v.id course_version_id, v.number version, n.kind, n.activity, n.element, n.code,
                                   n.why, n.value, n.times, n.noted_at
                            """ + from + " order by n.noted_at desc, n.id desc limit :limit offset :offset")
                    .bind("code", courseCode)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(RecordRows.of(Row.class))
                    .map(this::note)
                    .list();
            return paging.of(rows, total);
        });
    }

    private Note note(Row row) {
        List<Activity> parts = trees.of(row.courseVersionId()).launchables();
        @Nullable
        String part = parts.stream()
                .filter(a -> parts.size() > 1 && a.identifier().equals(row.activity()))
                .map(Activity::title)
                .findFirst()
                .orElse(null);
        return new Note(
                row.attemptId(),
                row.version(),
                row.kind(),
                part,
                row.element(),
                row.code(),
                row.why(),
                row.value(),
                row.times(),
                row.notedAt());
    }
}
