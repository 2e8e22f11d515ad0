package se.metodporten.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.mariadb.jdbc.MariaDbDataSource;

/** Brings the database to this version of the program, as its owner, and gives the application's user its rights. */
public final class Migration {

    private static final String SCHEMA = "classpath:db/migration";

    private Migration() {}

    /**
     * Migrates and grants; does nothing where all is done.
     *
     * @throws DatabaseProblem when the database cannot be reached, is from a newer version, or a migration fails
     */
    public static void run(DatabaseSettings settings) {
        run(settings, SCHEMA);
    }

    /**
     * Empties a database whose very first migration was cut short, since MariaDB cannot roll it back. Only for a
     * database that nobody else can have put anything into.
     */
    public static void clearIfNeverFinished(DatabaseSettings settings) {
        clearIfNeverFinished(settings, SCHEMA);
    }

    static void clearIfNeverFinished(DatabaseSettings settings, String... locations) {
        boolean finishedOnce = Arrays.stream(flyway(settings, locations).info().applied())
                .anyMatch(migration -> migration.getState().isApplied());
        if (finishedOnce) {
            return;
        }
        try (Connection connection = Connections.open(settings.url(), settings.owner());
                Statement statement = connection.createStatement()) {
            String database = "`" + Connections.parse(settings.url()).database() + "`";
            statement.execute("drop database " + database);
            statement.execute("create database " + database + " character set utf8mb4 collate utf8mb4_swedish_ci");
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The unfinished database at " + settings.url() + " cannot be emptied: " + firstLine(e), e);
        }
    }

    static void run(DatabaseSettings settings, String... locations) {
        checkReachable(settings);
        Flyway flyway = flyway(settings, locations);
        try {
            refuseWhatThisVersionDoesNotKnow(settings, flyway);
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseProblem(
                    "The database at " + settings.url()
                            + " was made by another build of this version, with other migrations; use a new database or"
                            + " that build.",
                    e);
        } catch (FlywayException e) {
            throw new DatabaseProblem(
                    "The database at " + settings.url() + " could not be brought to this version: " + firstLine(e), e);
        }
        if (settings.hasOwnApplicationUser()) {
            grant(settings);
        }
    }

    private static void checkReachable(DatabaseSettings settings) {
        try (Connection connection = Connections.open(settings.url(), settings.owner())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            int minor = connection.getMetaData().getDatabaseMinorVersion();
            if (major < 10 || (major == 10 && minor < 6)) {
                throw new DatabaseProblem("The database at " + settings.url() + " is MariaDB " + major + "." + minor
                        + "; version 10.6 or later is needed.");
            }
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database at " + settings.url() + " cannot be used as user " + settings.owner() + ": "
                            + firstLine(e),
                    e);
        }
    }

    private static Flyway flyway(DatabaseSettings settings, String... locations) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(settings.url());
            source.setLoginTimeout(Connections.CONNECT_SECONDS);
            source.setUser(settings.owner().user());
            source.setPassword(settings.owner().password());
            return Flyway.configure()
                    .dataSource(source)
                    .locations(locations)
                    .cleanDisabled(true)
                    .load();
        } catch (SQLException e) {
            throw new DatabaseProblem("The database address " + settings.url() + " cannot be used: " + firstLine(e), e);
        }
    }

    private static void refuseWhatThisVersionDoesNotKnow(DatabaseSettings settings, Flyway flyway) {
        MigrationInfo[] applied = flyway.info().applied();
        Optional<MigrationInfo> newer = Arrays.stream(applied)
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .reduce((earlier, later) -> later);
        newer.ifPresent(migration -> {
            throw new DatabaseProblem("The database at " + settings.url()
                    + " is from a newer version of Metodporten (its schema is at " + migration.getVersion()
                    + "); start that version or restore a backup.");
        });
        boolean interrupted = Arrays.stream(applied)
                .anyMatch(migration -> migration.getState().isFailed());
        if (interrupted) {
            throw new DatabaseProblem("A migration of the database at " + settings.url()
                    + " failed half-way earlier; restore the backup taken before it and start again.");
        }
    }

    private static void grant(DatabaseSettings settings) {
        try {
            Grants.give(settings);
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The rights of the database user " + settings.application() + " could not be set by "
                            + settings.owner() + ": " + firstLine(e),
                    e);
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
