package se.metodporten.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fifty people who have something to do: in pairs, an appointee and the manager of the same units, with agreements that
 * wait for both; a course; and trainings with fewer seats than people.
 *
 * @param users in pairs, the appointee first
 * @param trainings that all of them sign up for
 */
record LoadPlan(List<User> users, List<Long> trainings) {

    static final int USERS = 50;
    static final int SEATS = 30;
    private static final int AGREEMENTS = 24;
    private static final int TRAININGS = 40;

    /** @param agreements that wait for this person's signature */
    record User(long person, String username, List<Long> agreements) {}

    /** Writes them straight into the schema, as the portal would have left them; standings are for a rebuild to fill. */
    static LoadPlan prepare(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            List<Long> people = numbers(connection, """
                    select e.person_id from employment e join person p on p.id = e.person_id
                    where not p.protected and e.valid_through = '9999-12-31'
                      and not exists (select 1 from appointment a where a.person_id = e.person_id)
                      and not exists (select 1 from account c where c.person_id = e.person_id)
                      and not exists (select 1 from fact f where f.person_id = e.person_id and f.kind = 'COURSE_COMPLETED')
                    group by e.person_id order by e.person_id limit """ + " " + USERS);
            List<Long> units = numbers(connection, "select id from place where kind = 'UNIT' order by id");
            List<User> users = new ArrayList<>();
            for (int pair = 0; pair < USERS / 2; pair++) {
                long appointee = people.get(2 * pair);
                long manager = people.get(2 * pair + 1);
                List<Long> agreements = new ArrayList<>();
                for (int i = 0; i < AGREEMENTS; i++) {
                    long unit = units.get((pair * AGREEMENTS + i) % units.size());
                    agreements.add(offered(connection, appointee, manager, unit));
                }
                users.add(user(connection, appointee, agreements));
                users.add(user(connection, manager, agreements));
            }
            List<Long> trainings = new ArrayList<>();
            for (int i = 0; i < TRAININGS; i++) {
                trainings.add(training(connection, i));
            }
            return new LoadPlan(users, trainings);
        }
    }

    private static User user(Connection connection, long person, List<Long> agreements) throws SQLException {
        String username = "load" + person + "@bench.example";
        // The demo's password, which is told to everybody.
        update(connection, """
                insert into account (person_id, username, password_hash, created_at)
                select ?, ?, c.password_hash, utc_timestamp(6)
                from account c join demo_account d on d.username = c.username order by d.position limit 1""", person, username);
        return new User(person, username, agreements);
    }

    private static long offered(Connection connection, long appointee, long manager, long unit) throws SQLException {
        update(
                connection,
                "insert into office_grant (person_id, office, place_id, valid_from, granted_at, granted_by)"
                        + " values (?, 'MANAGER', ?, current_date, utc_timestamp(6), 'system:bench')",
                manager,
                unit);
        long appointment = update(connection, """
                insert into appointment (person_id, role_id, place_id, valid_from, appointed_at, appointed_by)
                select ?, id, ?, current_date - interval 10 day, utc_timestamp(6), ?
                from role where code = 'method-supervisor'""", appointee, unit, manager);
        update(connection, """
                insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                select id, place_id, valid_from, appointed_at, 'system:bench' from appointment where id = ?""", appointment);
        update(connection, """
                insert into fact (person_id, appointment_id, kind, valid_from, recorded_at, recorded_by)
                select person_id, id, 'APPOINTED', valid_from, appointed_at, 'system:bench' from appointment where id = ?""", appointment);
        return update(connection, """
                insert into agreement (appointment_id, description_version_id, text_sv, text_hash, valid_from, offered_at, offered_by)
                select a.id, g.description_version_id, g.text_sv, g.text_hash, a.valid_from, a.appointed_at, a.appointed_by
                from appointment a
                join agreement g on g.id = (select min(o.id) from agreement o join appointment oa on oa.id = o.appointment_id
                                            where oa.role_id = a.role_id)
                where a.id = ?""", appointment);
    }

    private static long training(Connection connection, int number) throws SQLException {
        long training = update(connection, """
                insert into training (kind, place_id, title, seats, created_at)
                select 'introduction-meeting', id, ?, ?, utc_timestamp(6) from place where kind = 'COUNTY'""", "Introduktion " + number, SEATS);
        update(
                connection,
                "insert into training_session (training_id, part, day, starts, ends)"
                        + " values (?, 1, current_date + interval 30 day, '09:00', '10:00')",
                training);
        return training;
    }

    private static List<Long> numbers(Connection connection, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** @return the new row's id */
    private static long update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("One row was expected of " + sql);
            }
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }
}
