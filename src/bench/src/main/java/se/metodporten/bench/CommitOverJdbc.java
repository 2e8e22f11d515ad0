package se.metodporten.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The baseline: the statements of a commit by hand, over a connection of its own, with no portal in between. It reads what
 * the portal reads and writes an attempt of the same size, of which one number has changed.
 */
final class CommitOverJdbc implements AutoCloseable {

    private static final String STATEMENTS = "se.metodporten.elearning.AttemptSql";
    private static final Pattern PLACE = Pattern.compile(OpenPlayer.PLACE + "(\\d+)");

    private final Connection connection;
    private final PreparedStatement who;
    private final PreparedStatement lock;
    private final PreparedStatement store;
    private final PortalSql storing;
    private final String secretHash;
    private final long attempt;
    private int sequence;

    CommitOverJdbc(BenchDatabase database, String secret, long attempt) throws SQLException, IOException {
        this.secretHash = Learners.hash(secret);
        this.attempt = attempt;
        connection = database.connect();
        connection.setAutoCommit(false);
        who = connection.prepareStatement(
                PortalSql.of(STATEMENTS, "select l.id launch_id").text());
        lock = connection.prepareStatement(
                PortalSql.of(STATEMENTS, "select state").text());
        storing = PortalSql.of(STATEMENTS, "update attempt set state = :state, status = :status, score");
        store = connection.prepareStatement(storing.text());
    }

    void commit() throws SQLException {
        who.setString(1, secretHash);
        read(who);
        lock.setLong(1, attempt);
        String state = read(lock);
        sequence++;
        bind(PLACE.matcher(state).replaceFirst(Matcher.quoteReplacement(OpenPlayer.place(sequence))));
        if (store.executeUpdate() != 1) {
            throw new IllegalStateException("one row was expected");
        }
        connection.commit();
    }

    private void bind(String state) throws SQLException {
        int position = 0;
        for (String name : storing.names()) {
            position++;
            switch (name) {
                case "state" -> store.setString(position, state);
                case "status" -> store.setString(position, "INCOMPLETE");
                case "location" -> store.setString(position, "sida-" + sequence % 20);
                case "seconds" -> store.setLong(position, sequence);
                case "now" -> store.setObject(position, java.time.LocalDateTime.now(java.time.ZoneOffset.UTC));
                case "id" -> store.setLong(position, attempt);
                case "score", "completed" -> store.setObject(position, null);
                default ->
                    throw new IllegalStateException("The portal binds " + name + ", which the baseline knows not");
            }
        }
    }

    /** Reads every value of all rows. @return the first */
    private static String read(PreparedStatement statement) throws SQLException {
        String first = "";
        try (ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                first = row.getString(1);
                for (int column = 2; column <= columns; column++) {
                    row.getObject(column);
                }
            }
        }
        return first;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
