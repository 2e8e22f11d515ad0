package se.metodporten.common;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;

/** While it is open, a connection waits longer for each answer than a person would. */
final class Patience implements AutoCloseable {

    private final Connection connection;
    private final int before;

    private Patience(Connection connection, int before) {
        this.connection = connection;
        this.before = before;
    }

    static Patience of(Connection connection, Duration patience) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return new Patience(connection, before);
        } catch (SQLException failed) {
            throw new ConnectionException(failed);
        }
    }

    /** The connection goes back to those in a hurry. */
    @Override
    public void close() {
        try {
            connection.setNetworkTimeout(Runnable::run, before);
        } catch (SQLException failed) {
            throw new ConnectionException(failed);
        }
    }
}
