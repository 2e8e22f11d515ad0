package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.access.Office;
import se.metodporten.common.Database;
import se.metodporten.harness.Scenario;

/** The rows of a crowd that nothing but a list is about; written straight into their tables. */
@ApplicationScoped
class CrowdRows {

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    @Inject
    private Database database;

    @Inject
    private Scenario scenario;

    /** Earlier names of the unit, one a month. */
    void movesOf(long unit, int number) {
        batch(
                number,
                """
                insert into place_version (place_id, name, organisation_id, district_id, unit_kind_id, valid_from,
                                           valid_through, known_from, recorded_by)
                select place_id, concat(name, ' ', :i), organisation_id, district_id, unit_kind_id, :from, :through,
                       known_from, recorded_by
                from place_version where place_id = :unit order by id limit 1""",
                (row, i) -> row.bind("unit", unit)
                        .bind("i", i)
                        .bind("from", LONG_AGO.plusMonths(i))
                        .bind("through", LONG_AGO.plusMonths(i + 1L).minusDays(1)));
    }

    /** Work that the person has, beside the own unit. */
    void workOf(long person, long[] units) {
        for (long unit : units) {
            scenario.employment(person, unit, Scenario.FIRST_DAY, LocalDate.of(9999, 12, 31));
        }
    }

    void managersOf(long unit, String name, int number) {
        for (int i = 0; i < number; i++) {
            scenario.grant(scenario.person("Cesar", name, false), Office.MANAGER, unit);
        }
    }

    void mails(String name, int number) {
        batch(number, """
                insert into mail (message_id, address, subject, body, state, next_attempt_at, queued_at)
                values (concat(:name, '-', :i), concat('någon@', :name, '.example'), 'Hej', 'Hej', 'SENT', '2026-01-01', '2026-01-01')""", (row, i) -> row.bind("name", name).bind("i", i));
    }

    /** What the portal itself has to send would keep it busy while statements are counted. */
    void mailsAreSent() {
        database.execute(handle -> handle.execute("update mail set state = 'SENT' where state = 'QUEUED'"));
    }

    long lastMail() {
        return number("select max(id) from mail where subject = 'Hej'");
    }

    void audit(String name, int number) {
        batch(number, """
                insert into audit_event (at, actor, action, outcome, subject, place_id)
                values (utc_timestamp(6), concat('person:', :i + 1), 'TEST', 'DONE', concat('test:', :name), :county)""", (row, i) -> row.bind("name", name).bind("i", i).bind("county", scenario.county()));
    }

    long pauseOf(long appointment) {
        return number("select max(id) from fact where kind = 'PAUSE' and appointment_id = " + appointment);
    }

    /** What the person has asked the unit's manager to correct. */
    long corrections(long person, long unit, int number) {
        batch(
                number,
                """
                insert into correction_request (person_id, place_id, text, asked_at)
                values (:person, :unit, concat('Fel ', :i), utc_timestamp(6))""",
                (row, i) -> row.bind("person", person).bind("unit", unit).bind("i", i));
        return number("select max(id) from correction_request where person_id = " + person);
    }

    long agreementOf(long person) {
        return number("select max(g.id) from agreement g join appointment a on a.id = g.appointment_id"
                + " where a.person_id = " + person);
    }

    /** A file that was compared: so many problems, proposals and rows of each outcome. */
    long importRun(String name, int number, long unit, List<Long> nurses) {
        long run = database.query(handle -> handle.createUpdate("""
                        insert into import_run (kind, file_name, sha256, state, checked_for, done, total, added, changed, faulty,
                                                progressed_at, created_at, created_by)
                        values ('STAFF', concat(:name, '.csv'), repeat('0', 64), 'CHECKED', current_date, :number, :number,
                                :number, :number, :number, utc_timestamp(6), utc_timestamp(6), 'system:test')""")
                .bind("name", name)
                .bind("number", number)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        batch(number, """
                insert into import_problem (run_id, line, column_name, reason, value)
                values (:run, :i, 'title', 'EMPTY', '')""", (row, i) -> row.bind("run", run).bind("i", i));
        batch(
                number,
                """
                insert into import_staff (run_id, line, hsa_id, given_name, family_name, unit_hsa_id, title, unit_id,
                                          employment_id, outcome)
                select :run, :i, e.hsa_id, 'Ny', 'Person', 'x', 'Ny titel', :unit, e.id, 'CHANGED'
                from employment e where e.person_id = :person and e.unit_id = :unit""",
                (row, i) -> row.bind("run", run).bind("i", i).bind("unit", unit).bind("person", nurses.get(i)));
        batch(
                number,
                """
                insert into import_staff (run_id, line, hsa_id, given_name, family_name, unit_hsa_id, title, unit_id,
                                          like_person, outcome)
                values (:run, 1000 + :i, concat(:run, '-', :i), 'Ny', 'Person', 'x', 'Titel', :unit, :person, 'ADDED')""",
                (row, i) -> row.bind("run", run).bind("i", i).bind("unit", unit).bind("person", nurses.get(i)));
        return run;
    }

    /** A register that was compared, with so many rows and resulting standings, about one role or another. */
    long registerRun(String name, int number, long unit, List<Long> nurses) {
        long run = database.query(handle -> handle.createUpdate("""
                        insert into import_run (kind, file_name, sha256, state, checked_for, done, total, added, faulty,
                                                progressed_at, created_at, created_by)
                        values ('REGISTER', concat(:name, '.csv'), repeat('0', 64), 'CHECKED', current_date, :number, :number,
                                :number, 0, utc_timestamp(6), utc_timestamp(6), 'system:test')""")
                .bind("name", name)
                .bind("number", number)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        batch(number, """
                insert into import_register (run_id, line, type, given_name, family_name, email, role, place, valid_from,
                                             person_id, like_person, outcome)
                values (:run, :i + 2, 'APPOINTMENT', 'Ny', 'Person', 'ny@example.se', 'Roll', 'Plats', current_date, :person,
                        :person, 'ADDED')""", (row, i) -> row.bind("run", run).bind("i", i).bind("person", nurses.get(i)));
        batch(
                number,
                """
                insert into import_standing (run_id, appointment_id, person_id, role_id, place_id, standing, steps_left)
                select :run, -:i - 2, :person, id, :unit, 'NOMINATED', 2 from role where code = 'instructor'""",
                (row, i) -> row.bind("run", run)
                        .bind("i", i)
                        .bind("person", nurses.get(i))
                        .bind("unit", unit));
        return run;
    }

    /** Past trainings that nobody has marked, one to come that people are signed up for, one that nobody is. */
    Map<String, Long> trainings(long unit, Map<String, Long> readers, List<Long> nurses, int number) {
        Map<String, Long> ids = new LinkedHashMap<>();
        database.execute(handle -> {
            for (int i = 0; i < number; i++) {
                training(handle, "unit-refresher", unit, scenario.today().minusDays(i), readers.get("instructor"));
                training(
                        handle,
                        "introduction-meeting",
                        scenario.county(),
                        scenario.today().minusDays(i),
                        readers.get("trainer"));
                long coming = training(
                        handle, "unit-refresher", unit, scenario.today().plusDays(i), readers.get("instructor"));
                signUp(handle, coming, nurses.get(0));
                ids.put("training", coming);
            }
            long past =
                    training(handle, "unit-refresher", unit, scenario.today().minusDays(1), readers.get("instructor"));
            nurses.subList(0, number).forEach(nurse -> signUp(handle, past, nurse));
            nurses.subList(1, number).forEach(nurse -> signUp(handle, ids.get("training"), nurse));
            ids.put("past", past);
            ids.put(
                    "session",
                    handle.createQuery("select id from training_session where training_id = :id")
                            .bind("id", past)
                            .mapTo(Long.class)
                            .one());
        });
        return ids;
    }

    /** A place in a county training of that kind. */
    void seat(String kind, LocalDate day, long leader, long person) {
        database.execute(handle -> signUp(handle, training(handle, kind, scenario.county(), day, leader), person));
    }

    private static long training(Handle handle, String kind, long place, LocalDate day, long leader) {
        long training = handle.createUpdate("""
                        insert into training (kind, place_id, title, venue, seats, created_at)
                        values (:kind, :place, 'Repetition', 'Salen', 100, utc_timestamp(6))""")
                .bind("kind", kind)
                .bind("place", place)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "insert into training_session (training_id, part, day, starts, ends) values (?, 1, ?, '09:00', '11:00')",
                training,
                day);
        handle.execute("insert into training_leader (training_id, person_id) values (?, ?)", training, leader);
        return training;
    }

    private static void signUp(Handle handle, long training, long person) {
        handle.execute(
                "insert into sign_up (training_id, person_id, state, signed_up_at) values (?, ?, 'SIGNED_UP', utc_timestamp(6))",
                training,
                person);
    }

    /** Binds a row's number and what else it needs. */
    @FunctionalInterface
    private interface Row {
        void bind(PreparedBatch batch, int i);
    }

    private void batch(int number, String sql, Row row) {
        database.execute(handle -> {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (int i = 0; i < number; i++) {
                batch.bind("i", i);
                row.bind(batch, i);
                batch.add();
            }
            batch.execute();
        });
    }

    private long number(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
