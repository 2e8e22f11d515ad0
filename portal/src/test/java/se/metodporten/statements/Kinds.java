package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Database;

/** More roles, courses and kinds of training than the county has; taken away again, since all tests see them. */
@ApplicationScoped
class Kinds {

    private static final String MADE_HERE = "like 'counted-%'";

    @Inject
    private Database database;

    /** Each role is needed by every unit of home health care, and asks for one of the courses and trainings. */
    void add(int number) {
        database.execute(handle -> {
            for (int i = 0; i < number; i++) {
                add(handle, "counted-" + i);
            }
        });
    }

    private static void add(Handle handle, String code) {
        for (String sql : new String[] {
            "insert into course_ref (code, name_sv, name_en) values (:code, :code, :code)",
            """
            insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
            values (:code, :code, :code, :code, :code, 5)""",
            """
            insert into course_version (course_id, number, scorm_version, launch_url, launch_data, sha256, size, complete,
                                        published_at, created_at, created_by)
            select id, 1, '1.2', 'x', '{}', repeat('0', 64), 1, true, utc_timestamp(6), utc_timestamp(6), 'system:test'
            from course where code = :code""",
            """
            insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes)
            values (:code, :code, :code, 1, 'UNIT', 10)""",
            """
            insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)
            values (:code, :code, :code, :code, :code, 'UNIT')""",
            """
            insert into role_version (role_id, valid_from, known_from, window_months, recorded_by)
            select id, '2000-01-01', '2000-01-01', 6, 'system:test' from role where code = :code""",
            """
            insert into requirement (role_version_id, position, kind, code, text_sv, text_en)
            select v.id, 1, 'COURSE', r.code, r.code, r.code
            from role_version v join role r on r.id = v.role_id where r.code = :code""",
            """
            insert into description_version (role_id, number, text_sv, decided_by, decided_on, applies_from, recorded_at, recorded_by)
            select id, 1, 'x', 'x', '2000-01-01', '2000-01-01', '2000-01-01', 'system:test' from role where code = :code""",
            """
            insert into need (role_id, unit_kind_id, number, valid_from, known_from, recorded_by)
            select r.id, k.id, 1, '2000-01-01', '2000-01-01', 'system:test'
            from role r join unit_kind k on k.code = 'home-health-care' where r.code = :code"""
        }) {
            handle.createUpdate(sql).bind("code", code).execute();
        }
    }

    void remove() {
        String roles = "(select id from role where code " + MADE_HERE + ")";
        database.execute(handle -> {
            for (String from : new String[] {
                "need where role_id in " + roles,
                "description_version where role_id in " + roles,
                "requirement where code " + MADE_HERE,
                "role_version where role_id in " + roles,
                "role where code " + MADE_HERE,
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
