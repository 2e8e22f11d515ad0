package se.metodporten.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.db.DatabaseProblem;
import se.metodporten.db.DatabaseSettings;

/** One folder through its life; each test leaves it stopped and whole. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path temporary;

    static Path folder;

    @BeforeAll
    static void a_first_start_makes_a_database_in_swedish() throws SQLException {
        folder = temporary.resolve("mariadb");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(ask(database, "select @@collation_database")).isEqualTo("utf8mb4_swedish_ci");
            assertThat(ask(database, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(ask(database, "select current_user()")).endsWith("@127.0.0.1");
        }
    }

    @Test
    void a_restart_keeps_what_was_written() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "create or replace table kept (word varchar(20))", "insert into kept values ('smörgås')");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("smörgås");
        }
    }

    @Test
    void passwords_are_random_and_read_by_the_owner_of_the_folder_alone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (String file : List.of("users.properties", "init.sql")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.readString(folder.resolve("users.properties"))).containsPattern("metodporten=[0-9a-f]{48}");
    }

    @Test
    void nobody_comes_in_without_the_password() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.settings().url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "metodporten_owner", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_folder_in_use_is_refused_in_one_sentence() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(database.settings().url()).startsWith("jdbc:mariadb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("used by another process");
        }
    }

    @Test
    void a_server_that_cannot_start_says_why_and_leaves_the_folder_free() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0, List.of("--no-such-option")))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("no-such-option");
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void after_the_owner_was_killed_the_next_start_goes_on_at_once() throws Exception {
        Process owner = owner();
        assertThat(owner.getInputStream().read()).isEqualTo('!');
        owner.destroyForcibly().waitFor();
        assertThat(servers()).as("the server outlives its owner").hasSize(1);

        long before = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(servers()).hasSize(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(servers()).isEmpty();
    }

    private static Process owner() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("--datadir=" + folder))
                .toList();
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (Connection connection = connect(database.settings());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database.settings());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(), settings.owner().user(), settings.owner().password());
    }
}
