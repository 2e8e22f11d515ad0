package se.metodporten.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.Migration;
import se.metodporten.db.embedded.EmbeddedDatabase;

/** A MariaDB of the benchmarks' own; the portal runs against it as against any other. */
final class BenchDatabase implements AutoCloseable {

    /** What a database of that size would have in production. */
    private static final List<String> OPTIONS = List.of("--innodb-buffer-pool-size=1G");

    private static final Path DONE = Path.of("demo-county");

    private final EmbeddedDatabase server;

    private BenchDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /** Starts it; the first time the portal is started on it once, to fill it with the demo county. */
    static BenchDatabase withDemo(Path folder) throws IOException {
        BenchDatabase database = new BenchDatabase(EmbeddedDatabase.start(folder.resolve("database"), 0, OPTIONS));
        if (!Files.exists(folder.resolve(DONE))) {
            try {
                RunningPortal.start(Jars.production(), folder.resolve("portal"), database.settings())
                        .close();
                Files.createFile(folder.resolve(DONE));
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        }
        return database;
    }

    /** Starts it; the first time the schema is made and filled by the statements. @param name of what they fill it with */
    static BenchDatabase filled(Path folder, String name, List<String> statements) throws IOException, SQLException {
        Path done = folder.resolve(name);
        if (!Files.exists(done)) {
            Folders.delete(folder);
        }
        BenchDatabase database = new BenchDatabase(EmbeddedDatabase.start(folder.resolve("database"), 0, OPTIONS));
        if (!Files.exists(done)) {
            try {
                Migration.run(database.settings());
                database.execute(statements.toArray(String[]::new));
                Files.createFile(done);
            } catch (RuntimeException | SQLException failed) {
                database.close();
                throw failed;
            }
        }
        return database;
    }

    DatabaseSettings settings() {
        return server.settings();
    }

    /** As the owner of the schema, who may write where the portal may only add. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings().url(), settings().owner().user(), settings().owner().password());
    }

    /** Runs statements, one after the other. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String sql, Object... arguments) throws SQLException {
        return numbers(sql, arguments).get(0);
    }

    /** The first column of all rows. */
    List<Long> numbers(String sql, Object... arguments) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
