package se.metodporten.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A county larger than any, on the reference data of a schema that was just migrated: units of all kinds in all organisations,
 * and people, each with an appointment. Made by bulk statements, all on one connection; chance comes from a seed, so that two
 * counties of the same size and day are equal. One unit in five has nobody, and one in ten of the others nobody who ever was
 * certified.
 *
 * @param units about twenty appointments a unit make a county in which most are covered
 * @param role code of the one that all are appointed in
 */
record BigCounty(int units, int appointments, String role) {

    private static final long SEED = 20261125;

    /** {@code chance('what', n, m)}: a whole number from 0 to m - 1, the same for the same thing. */
    private static final String CHANCE = "crc32(concat_ws(':', " + SEED + ", '%s', %s)) %% %d";

    /** With the standings that it has, without the facts that they follow from. */
    List<String> withStandings() {
        List<String> all = new ArrayList<>(appointed());
        all.addAll(
                List.of(
                        known("'NOMINATED', e.appointed, '9999-12-31', null, e.appointed, "
                                + "if(e.due is null, '9999-12-31 23:59:59', e.certified)"),
                        afterwards("'NOMINATED', e.appointed, e.certified - interval 1 day, null"),
                        afterwards("'CERTIFIED', e.certified, e.due - interval 181 day, e.due"),
                        afterwards("'REFRESHER_DUE', e.due - interval 180 day, e.due, e.due"),
                        afterwards("'LAPSED', e.due + interval 1 day, '9999-12-31', e.due"),
                        "analyze table place, place_version, place_ancestor, person, appointment, appointment_unit, standing_period"));
        return all;
    }

    /** With the facts of each appointment, without the standings that follow from them. */
    List<String> withFacts() {
        List<String> all = new ArrayList<>(appointed());
        all.addAll(List.of(
                """
                create temporary table bench_fact (kind varchar(30), code varchar(60), number int, of_appointment boolean,
                                                   after_days int, days int)""",
                "insert into bench_fact values " + facts(),
                sql("""
                insert into fact (person_id, appointment_id, kind, code, number, origin, valid_from, valid_through, recorded_at,
                                  recorded_by)
                select f.person_id, if(f.of_appointment, f.appointment_id, null), f.kind, f.code, f.number,
                       if(f.kind = 'AGREEMENT_IN_FORCE', f.appointment_id, null), f.day,
                       f.day + interval f.days day, greatest(f.day, f.appointed) + interval 30 hour, 'system:bench'
                from (select a.person_id, a.id appointment_id, a.valid_from appointed, b.*,
                             a.valid_from + interval (b.after_days + if(b.after_days = 0, 0, %s)) day day
                      from appointment a straight_join bench_fact b order by a.id, b.after_days) f""", chance("day", "a.id, b.after_days", 20)),
                "analyze table place, place_version, place_ancestor, person, appointment, appointment_unit, fact"));
        return all;
    }

    /** Twenty: what makes somebody an instructor, the refreshers of some years, and what else happens. */
    private static String facts() {
        return """
                ('APPOINTED', null, null, true, 0, null), ('LICENCE_GIVEN', 'nurse', null, false, -900, null),
                ('SESSION_ATTENDED', 'instructor-training', 1, false, 30, null),
                ('SESSION_ATTENDED', 'instructor-training', 2, false, 51, null),
                ('AGREEMENT_IN_FORCE', null, 1, true, 80, null), ('ATTESTED', 'routines-and-time', null, true, 1, null),
                ('SESSION_ATTENDED', 'instructor-refresher', 1, false, 200, null),
                ('SESSION_ATTENDED', 'instructor-refresher', 1, false, 500, null),
                ('SESSION_ATTENDED', 'instructor-refresher', 1, false, 1000, null),
                ('SESSION_ATTENDED', 'introduction-meeting', 1, false, 110, null),
                ('SESSION_ATTENDED', 'introduction-meeting', 1, false, 410, null),
                ('SESSION_ATTENDED', 'introduction-meeting', 1, false, 710, null),
                ('COURSE_COMPLETED', 'visam-grunderna', 1, false, 21, null),
                ('COURSE_COMPLETED', 'visam-grunderna', 1, false, 621, null),
                ('COURSE_COMPLETED', 'it-stod', 1, false, 140, null), ('COURSE_COMPLETED', 'it-stod', 1, false, 840, null),
                ('PAUSE', null, null, true, 300, 60), ('PAUSE', null, null, true, 900, 90),
                ('EXTENSION', 'instructor-refresher', null, true, 1050, 60),
                ('EXEMPTION', 'instructor-training', null, true, 5, 20)""";
    }

    private List<String> appointed() {
        return List.of(
                "insert into place (kind, code) select 'UNIT', concat('bench-', seq) from seq_1_to_" + units,
                organisations(),
                placed(),
                """
                insert into place_version (place_id, name, unit_kind_id, organisation_id, district_id, valid_from, known_from,
                                           recorded_by)
                select id, concat('Enhet ', number), unit_kind_id, organisation_id, district_id, '2010-01-01', '2010-01-01',
                       'system:bench'
                from bench_unit""",
                """
                insert into place_ancestor (place_id, ancestor_id, valid_from, known_from)
                select id, id, '2010-01-01', '2010-01-01' from bench_unit
                union all select id, organisation_id, '2010-01-01', '2010-01-01' from bench_unit
                union all select id, district_id, '2010-01-01', '2010-01-01' from bench_unit where district_id is not null
                union all select u.id, c.id, '2010-01-01', '2010-01-01' from bench_unit u join place c on c.kind = 'COUNTY'""",
                sql("""
                insert into person (given_name, family_name, added_as, created_at, created_by)
                select concat('Anna', seq %% 500), concat('Namn', seq), concat('bench-', seq), utc_timestamp(6), 'system:bench'
                from seq_1_to_%d""", appointments),
                people(),
                sql("""
                insert into appointment (person_id, role_id, place_id, valid_from, appointed_at)
                select e.id, r.id, e.unit_id, e.appointed, e.appointed
                from bench_person e join role r on r.code = '%s'""", role),
                """
                insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                select id, place_id, valid_from, appointed_at, 'system:bench' from appointment""",
                servingAnother());
    }

    private static String organisations() {
        return """
                create temporary table bench_organisation as
                select v.place_id, v.district_id, row_number() over (order by v.place_id) - 1 number
                from place_version v join place p on p.id = v.place_id and p.kind = 'ORGANISATION'""";
    }

    /** What has no district (the region) has units in all of them, and county-wide ones. */
    private static String placed() {
        return sql(
                """
                create temporary table bench_unit (primary key (number)) as
                select p.number, p.id, o.place_id organisation_id, k.id unit_kind_id,
                       coalesce(o.district_id, d.place_id) district_id
                from (select id, cast(substring(code, 7) as unsigned) number from place where code like 'bench-%%') p
                join bench_organisation o
                  on o.number = %s
                join (select id, row_number() over (order by id) - 1 number from unit_kind) k
                  on k.number = %s
                left join (select id place_id, row_number() over (order by id) - 1 number from place where kind = 'DISTRICT') d
                  on d.number = %s""",
                chance("organisation", "p.number", 13),
                chance("kind", "p.number", 12),
                chance("district", "p.number", 5));
    }

    /** A due day from half a year ago to two years ahead; none for who never was certified. */
    private String people() {
        return sql(
                """
                create temporary table bench_person (primary key (id)) as
                select p.id, u.id unit_id, u.number unit_number, p.appointed, p.appointed + interval 100 day certified,
                       if(u.number %% 10 = 0 or p.fate = 0, null, current_date - interval 180 day + interval p.due day) due
                from (select id, 1 + %s unit_number, current_date - interval (1200 + %s) day appointed, %s fate, %s due
                      from person where added_as like 'bench-%%') p
                join bench_unit u on u.number = p.unit_number""",
                chance("unit", "id", units * 4 / 5),
                chance("appointed", "id", 400),
                chance("fate", "id", 10),
                chance("due", "id", 910));
    }

    /** One in ten serves another unit, too. */
    private String servingAnother() {
        return sql("""
                insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                select a.id, u.id, a.valid_from, a.appointed_at, 'system:bench'
                from appointment a join bench_person e on e.id = a.person_id
                join bench_unit u on u.number = 1 + e.unit_number %% %d
                where %s = 0""", units * 4 / 5, chance("another", "e.id", 10));
    }

    /** What was known at first, and until the certificate where one came. */
    private static String known(String columns) {
        return sql("""
                insert into standing_period (appointment_id, reasons, standing, valid_from, valid_through, due_day, known_from,
                                             known_until)
                select a.id, '[]', %s from appointment a join bench_person e on e.id = a.person_id""", columns);
    }

    private static String afterwards(String columns) {
        return known(columns + ", e.certified, '9999-12-31 23:59:59'") + " where e.due is not null";
    }

    private static String sql(String text, Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    private static String chance(String what, String of, int below) {
        return sql(CHANCE, what, of, below);
    }
}
