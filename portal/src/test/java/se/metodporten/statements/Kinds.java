package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Database;

/** More courses, kinds of training and roles that units need than the county has; taken away again, since all tests see them. */
@ApplicationScoped
class Kinds {

    private static final String MADE_HERE = "like 'counted-%'";
    private static final String OF_ROLE = "role_id in (select id from role where code " + MADE_HERE + ")";

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
            "insert into course_ref (code, name_sv, name_en) values (:code, :code, :code)",
            """
            insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
            values (:code, :code, :code, :code, :code, 5)""",
            """
            insert into course_version (course_id, number, scorm_version, tree, sha256, size, complete, published_at,
                                        created_at, created_by)
            select c.id, 1, v.scorm_version, v.tree, repeat('0', 64), 1, true, utc_timestamp(6), utc_timestamp(6),
                   'system:test'
            from course c join course o on o.code = 'visam-grunderna'
            join course_version v on v.course_id = o.id and v.number = 1
            where c.code = :code""",
            """
            insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes)
            values (:code, :code, :code, 1, 'UNIT', 10)""",
            """
            insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)
            select :code, :code, :code, purpose_sv, purpose_en, held_at from role where code = 'method-supervisor'""",
            """
            insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)
            values ((select id from role where code = :code), '2020-01-01', '2020-01-01', '2020-01-01', 6, 'system:test')""",
            """
            insert into requirement (role_version_id, position, kind, code, text_sv, text_en)
            select max(v.id), 1, 'ATTESTATION', 'time', 'Har tid', 'Has time'
            from role_version v join role r on r.id = v.role_id where r.code = :code""",
            """
            insert into description_version (role_id, number, text_sv, decided_by, decided_on, applies_from, recorded_at,
                                             recorded_by)
            select r.id, 1, d.text_sv, d.decided_by, d.decided_on, d.applies_from, d.recorded_at, d.recorded_by
            from role r join role s on s.code = 'method-supervisor'
            join description_version d on d.role_id = s.id and d.number = 1
            where r.code = :code"""
        }) {
            handle.createUpdate(sql).bind("code", code).execute();
        }
    }

    /** One unit, not all of a kind: other tests have made more than a thousand. */
    void areNeededAt(long unit) {
        database.execute(handle ->
                handle.createUpdate("""
                        insert into need (role_id, place_id, number, reason, valid_from, known_from, recorded_by)
                        select id, :unit, 1, 'Prov', '2020-01-01', '2020-01-01', 'system:test'
                        from role where code\s""" + MADE_HERE).bind("unit", unit).execute());
    }

    void remove() {
        database.execute(handle -> {
            for (String from : new String[] {
                "need where " + OF_ROLE,
                "description_version where " + OF_ROLE,
                "requirement where role_version_id in (select id from role_version where " + OF_ROLE + ")",
                "role_version where " + OF_ROLE,
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
