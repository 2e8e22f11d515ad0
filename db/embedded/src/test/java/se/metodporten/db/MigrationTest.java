package se.metodporten.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.db.DatabaseSettings.Login;
import se.metodporten.db.embedded.EmbeddedDatabase;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MigrationTest {

    private static final String FIRST = "classpath:migration/first";
    private static final String SECOND = "classpath:migration/second";
    private static final String BROKEN = "classpath:migration/broken";

    @TempDir
    static Path temporary;

    static EmbeddedDatabase database;
    static DatabaseSettings settings;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(temporary.resolve("mariadb"));
        settings = database.settings();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        as(settings.owner(), "drop database metodporten", "create database metodporten");
    }

    @Test
    void the_application_reads_and_writes_rows() throws SQLException {
        Migration.run(settings, FIRST);
        as(
                settings.application(),
                "insert into person values (1, 'Åsa')",
                "update person set name = 'Örjan'",
                "select name from person_name",
                "delete from person");
    }

    @Test
    void the_application_adds_facts_but_never_changes_one() throws SQLException {
        Migration.run(settings, FIRST);
        as(settings.application(), "insert into fact values (1, 'attended')", "select * from fact");
        assertRefused("update fact set what = 'forged'");
        assertRefused("delete from fact");
        assertRefused("truncate table fact");
    }

    @Test
    void the_application_changes_no_table_and_no_history() throws SQLException {
        Migration.run(settings, FIRST);
        assertRefused("create table own (id int)");
        assertRefused("drop table person");
        assertRefused("delete from flyway_schema_history");
    }

    @Test
    void a_table_that_comes_later_is_granted_then() throws SQLException {
        Migration.run(settings, FIRST);
        Migration.run(settings, FIRST, SECOND);
        as(settings.application(), "insert into audit_event values (1)");
        assertRefused("update audit_event set id = 2");
    }

    @Test
    void a_right_that_was_given_by_hand_on_facts_is_taken_back() throws SQLException {
        Migration.run(settings, FIRST);
        as(settings.owner(), "grant update on fact to metodporten@`127.0.0.1`");
        Migration.run(settings, FIRST);
        assertRefused("update fact set what = 'forged'");
    }

    @Test
    void one_user_may_be_both_owner_and_application() throws SQLException {
        DatabaseSettings one = DatabaseSettings.ofOneUser(settings.url(), settings.owner());
        Migration.run(one, FIRST);
        as(one.application(), "insert into person values (1, 'Åsa')");
    }

    @Test
    void a_database_from_a_newer_version_is_refused() {
        Migration.run(settings, FIRST, SECOND);
        assertThatThrownBy(() -> Migration.run(settings, FIRST))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("from a newer version of Metodporten (its schema is at 2)");
    }

    @Test
    void other_migrations_under_the_same_number_are_refused() {
        Migration.run(settings, FIRST, SECOND);
        assertThatThrownBy(() -> Migration.run(settings, FIRST, BROKEN))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("other migrations");
    }

    @Test
    void a_migration_that_fails_says_so_then_and_at_the_next_start() {
        Migration.run(settings, FIRST);
        assertThatThrownBy(() -> Migration.run(settings, FIRST, BROKEN))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("could not be brought to this version");
        assertThatThrownBy(() -> Migration.run(settings, FIRST, BROKEN))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("failed half-way");
    }

    @Test
    void a_first_migration_that_was_cut_short_begins_anew() throws SQLException {
        as(settings.owner(), "create table person (id bigint primary key)");
        Migration.clearIfNeverFinished(settings, FIRST);
        Migration.run(settings, FIRST);
        as(settings.application(), "insert into person values (1, 'Åsa')");
    }

    @Test
    void a_database_that_was_finished_once_is_never_cleared() throws SQLException {
        Migration.run(settings, FIRST);
        as(settings.application(), "insert into person values (1, 'Åsa')");
        Migration.clearIfNeverFinished(settings, FIRST);
        assertThatThrownBy(() -> as(settings.application(), "insert into person values (1, 'Åsa')"))
                .hasMessageContaining("Duplicate");
    }

    @Test
    void a_wrong_password_is_one_sentence() {
        DatabaseSettings wrong = DatabaseSettings.ofOneUser(
                settings.url(), new Login(settings.owner().user(), "guess"));
        assertThatThrownBy(() -> Migration.run(wrong, FIRST))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("Access denied")
                .hasMessageNotContaining("guess");
    }

    @Test
    void nobody_at_the_address_is_one_sentence() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> Migration.run(at(closed), FIRST))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("127.0.0.1:" + closed);
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> Migration.run(at(silent.getLocalPort()), FIRST))
                    .isInstanceOf(DatabaseProblem.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void an_address_without_a_database_is_refused() {
        assertThatThrownBy(() -> Migration.run(
                        DatabaseSettings.ofOneUser("jdbc:mariadb://127.0.0.1:1/", settings.owner()), FIRST))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("must name a database");
    }

    private static DatabaseSettings at(int port) {
        return DatabaseSettings.ofOneUser("jdbc:mariadb://127.0.0.1:" + port + "/metodporten", settings.owner());
    }

    private static void assertRefused(String statement) {
        assertThatThrownBy(() -> as(settings.application(), statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    private static void as(Login login, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
