package se.metodporten.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.AttemptState;

/**
 * People who have just pressed the button that opens a course: written into the schema as the portal would have left them,
 * since proving who one is takes a hashing of passwords each.
 *
 * @param version id of the course version, whose origin the player speaks to
 */
record Learners(long version, List<Learner> all) {

    static final String COURSE = "visam-grunderna";

    /** @param ticket that opens the player, once, within the hour */
    record Learner(long person, long attempt, String ticket) {}

    static Learners arrive(BenchDatabase database, int count) throws SQLException {
        try (Connection connection = database.connect()) {
            long version = version(connection);
            List<Learner> all = new ArrayList<>();
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                all.add(one(connection, version, i));
            }
            connection.commit();
            return new Learners(version, all);
        }
    }

    /** The host of the player and its content, as the portal names it. */
    String host(int port) {
        return "c" + version + ".localhost:" + port;
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select v.id from course_version v join course c on c.id = v.course_id
                where c.code = ? and v.published_at is not null order by v.number desc limit 1""")) {
            statement.setString(1, COURSE);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Learner one(Connection connection, long version, int number) throws SQLException {
        long person = insert(connection, """
                insert into person (given_name, family_name, email, protected, created_at, created_by)
                values ('Bo', ?, 'bo@bench.example', false, utc_timestamp(6), 'system:bench')""", "Bänk " + number);
        long attempt = insert(
                connection,
                """
                insert into attempt (person_id, course_version_id, number, state, status, started_at)
                values (?, ?, 1, ?, 'NOT_ATTEMPTED', utc_timestamp(6))""",
                person,
                version,
                AttemptState.begin(Standard.SCORM_1_2).toJson());
        String ticket = String.format(Locale.ROOT, "bench-ticket-%d-%d", attempt, System.nanoTime());
        insert(connection, """
                insert into player_launch (attempt_id, ticket_hash, ticket_expires_at)
                values (?, ?, utc_timestamp(6) + interval 1 hour)""", attempt, hash(ticket));
        return new Learner(person, attempt, ticket);
    }

    /** As the portal keeps tickets and secrets. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static long insert(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }
}
