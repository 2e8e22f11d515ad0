package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Database;

/** More courses and kinds of training than the county has; taken away again, since all tests see them. */
@ApplicationScoped
class Kinds {

    private static final String MADE_HERE = "like 'counted-%'";

    @Inject
    private Database database;

    void add(int number) {
        database.execute(handle -> {
            for (int i = 0; i < number; i++) {
                add(handle, "counted-" + i);
            }
        });
    }

    private static void add(Handle handle, String code) {
        for (String sql : new String[] {
            "insert into course_ref (code, name_sv, name_en) values (:code, :code, :code)", """
            insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
            values (:code, :code, :code, :code, :code, 5)""", """
            insert into course_version (course_id, number, scorm_version, tree, sha256, size, complete, published_at,
                                        created_at, created_by)
            select c.id, 1, v.scorm_version, v.tree, repeat('0', 64), 1, true, utc_timestamp(6), utc_timestamp(6),
                   'system:test'
            from course c join course o on o.code = 'visam-grunderna'
            join course_version v on v.course_id = o.id and v.number = 1
            where c.code = :code""", """
            insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes)
            values (:code, :code, :code, 1, 'UNIT', 10)"""
        }) {
            handle.createUpdate(sql).bind("code", code).execute();
        }
    }

    void remove() {
        database.execute(handle -> {
            for (String from : new String[] {
                "training_kind where code " + MADE_HERE,
                "course_version where course_id in (select id from course where code " + MADE_HERE + ")",
                "course where code " + MADE_HERE,
                "course_ref where code " + MADE_HERE
            }) {
                handle.execute("delete from " + from);
            }
        });
    }
}
