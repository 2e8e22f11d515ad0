package se.metodporten.demo;

import org.jdbi.v3.core.Handle;

/** Attempts at courses that are under way: begun, nothing kept of them yet but that. */
final class CourseLoader {

    private CourseLoader() {}

    static void attempts(Handle handle, Rows rows, Ids ids) {
        Bulk.insert(
                handle,
                """
                        insert into attempt (person_id, course_version_id, number, state, status, total_seconds, started_at,
                                             last_commit_at)
                        select :person, v.id, 1,
                               concat('{"version":2,"standard":"', v.scorm_version, '","activities":{},"shared":{}}'),
                               'INCOMPLETE', 600, :started, :last
                        from course_version v join course c on c.id = v.course_id and c.code = :course
                        where v.published_at is not null order by v.number desc limit 1""",
                rows.attempts,
                (batch, one) -> batch.bind("person", one.person() + ids.person())
                        .bind("course", one.course())
                        .bind("started", Rows.evening(one.started()))
                        .bind("last", Rows.evening(one.last())));
    }
}
