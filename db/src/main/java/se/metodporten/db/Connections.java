package se.metodporten.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import se.metodporten.db.DatabaseSettings.Login;

/** Opens single connections, never waiting longer than a person would. */
final class Connections {

    /** Also how long a server that accepts but never answers is waited for. */
    static final int CONNECT_SECONDS = 5;

    private Connections() {}

    static Configuration parse(String url) {
        Configuration parsed;
        try {
            parsed = Configuration.parse(url);
        } catch (SQLException | RuntimeException e) {
            throw new DatabaseProblem("The database address " + url + " cannot be read: " + e.getMessage(), e);
        }
        if (parsed == null) {
            throw new DatabaseProblem("The database address " + url + " must begin with jdbc:mariadb:");
        }
        if (parsed.database() == null || parsed.database().isEmpty()) {
            throw new DatabaseProblem(
                    "The database address " + url + " must name a database: jdbc:mariadb://host/name");
        }
        return parsed;
    }

    static Connection open(String url, Login login) throws SQLException {
        return Driver.connect(parse(url).clone(login.user(), login.password()).toBuilder()
                .connectTimeout(CONNECT_SECONDS * 1_000)
                .build());
    }

    /** A user without any right in the database may sign in to the server, but not to the database. */
    static Connection openWithoutDatabase(String url, Login login) throws SQLException {
        return Driver.connect(parse(url).clone(login.user(), login.password()).toBuilder()
                .database(null)
                .connectTimeout(CONNECT_SECONDS * 1_000)
                .build());
    }
}
