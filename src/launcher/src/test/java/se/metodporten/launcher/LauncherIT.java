package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.Migration;
import se.metodporten.db.embedded.EmbeddedDatabase;

/** The built jars, started and ended in every way a person, a script or the kernel may choose. */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class LauncherIT {

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_left_running() throws Exception {
        Started.endAll();
        Started.await(() -> left().isEmpty(), 30);
    }

    @Test
    void a_start_a_kill_a_start_and_a_stop_in_mid_request() throws Exception {
        Path data = folder.resolve("data");
        int port = Started.freePort();

        Started killed = Started.trial(data, port, "--empty").awaitReady();
        assertThat(killed.said()).contains("Ready: http://localhost:" + port + "/", "Stop with Ctrl-C");
        assertThat(killed.readiness()).isEqualTo(200);

        Started second = Started.trial(data, port, "--empty");
        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.said())
                .contains("Port " + port + " is in use", "used by another Metodporten")
                .doesNotContain("Exception", "\tat ");

        killed.kill();
        Started again = Started.trial(data, port, "--empty").awaitReady();
        assertThat(again.said()).as("the classes are saved once").doesNotContain("Saving");

        stopsInMidRequest(again, again::terminate);
        assertThat(again.said()).contains("Stopping.", "Stopped.");
        assertThat(serverLog(data)).as("the database too stopped in order").contains("Shutdown complete");

        Started third = Started.trial(data, port, "--empty").awaitReady();
        assertThat(serverLog(data)).doesNotContain("crash recovery");
        stopsInMidRequest(third, third::ctrlC);
        assertThat(serverLog(data)).contains("Shutdown complete");
    }

    /** A request whose body is only half there when the signal comes is answered, not cut off. */
    private static void stopsInMidRequest(Started portal, Signal signal) throws Exception {
        try (Socket slow = new Socket("localhost", portal.port())) {
            OutputStream request = slow.getOutputStream();
            write(
                    request,
                    "POST /access/sign-in.xhtml HTTP/1.1\r\nHost: localhost:" + portal.port()
                            + "\r\nOrigin: http://localhost:"
                            + portal.port()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nhalf=");
            assertThat(portal.readiness()).isEqualTo(200);

            signal.send();
            Started.await(() -> readinessOf(portal) == 503, 30);
            write(request, "whole.");

            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("</html>");
        }
        portal.awaitEnd();
    }

    private static void write(OutputStream request, String text) throws IOException {
        request.write(text.getBytes(StandardCharsets.UTF_8));
        request.flush();
    }

    private static int readinessOf(Started portal) {
        try {
            return portal.readiness();
        } catch (Exception e) {
            throw new AssertionError("It no longer answers while a request is in flight", e);
        }
    }

    private interface Signal {
        void send() throws Exception;
    }

    @Test
    void production_runs_against_a_database_of_its_own_choice() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("mariadb"))) {
            Started portal = production(database.settings(), "--public-url=https://portal.example.se")
                    .awaitReady();
            assertThat(portal.readiness()).isEqualTo(200);
            behindAProxyThatEndsTls(portal.port());
            portal.terminate();
            portal.awaitEnd();
            assertThat(portal.said()).contains("Stopped.");
        }
    }

    /** As docs/operation.md tells operators to set it up. */
    private static void behindAProxyThatEndsTls(int port) throws IOException {
        String page = passedOn(port, "portal.example.se", "/access/sign-in.xhtml");
        assertThat(page).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security: max-age=31536000");
        assertThat(page.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .singleElement()
                .asString()
                .contains("__Host-metodporten=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(passedOn(port, "portal.example.se", "/desk/start.xhtml"))
                .startsWith("HTTP/1.1 302")
                .containsPattern("Location: (https://portal\\.example\\.se)?/access/sign-in\\.xhtml");
        for (String host : List.of(
                "evil.example", "portal.example.se.evil.example", "evil@portal.example.se", "portal.example.se.")) {
            assertThat(passedOn(port, host, "/access/sign-in.xhtml")).as(host).doesNotContain("Set-Cookie", "<form");
            assertThat(passedOn(port, host, "/access/sign-in.xhtml")).as(host).startsWith("HTTP/1.1 421");
        }
    }

    private static String passedOn(int port, String host, String path) throws IOException {
        try (Socket proxy = new Socket("localhost", port)) {
            write(
                    proxy.getOutputStream(),
                    "GET " + path + " HTTP/1.1\r\nHost: " + host
                            + "\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
            return new String(proxy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_database_from_a_newer_version_is_left_alone() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("mariadb"))) {
            Migration.run(database.settings());
            execute(
                    database.settings(),
                    "insert into flyway_schema_history select max(installed_rank) + 1, '99999', 'from the future', 'SQL',"
                            + " 'V99999__from_the_future.sql', 0, 'someone', now(), 1, true from flyway_schema_history");
            refused(production(database.settings()), "is from a newer version of Metodporten");
        }
    }

    @Test
    void a_database_that_is_not_there_or_says_nothing_is_given_up() throws Exception {
        refused(production(at(Started.freePort())), "cannot be used as user owner");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(production(at(silent.getLocalPort())), "cannot be used as user owner");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        refused(Started.trial(file.resolve("data"), Started.freePort()), "cannot be written");
    }

    @Test
    void production_carries_no_database_and_asks_for_one() throws Exception {
        try (ZipFile jar = new ZipFile(System.getProperty("launcher.production"))) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("portal/ROOT.war", "se/metodporten/launcher/Main.class")
                    .noneMatch(name ->
                            name.contains("mariadbd") || name.startsWith("mariadb/") || name.contains("embedded/"));
        }
        Started portal = Started.production(folder.resolve("data"), Started.freePort());
        assertThat(portal.awaitEnd()).isEqualTo(2);
        assertThat(portal.said()).startsWith("This jar has no database inside").hasLineCount(1);
    }

    private static void refused(Started portal, String sentence) throws Exception {
        assertThat(portal.awaitEnd()).isEqualTo(1);
        assertThat(portal.said()).contains(sentence).doesNotContain("Exception", "\tat ", "Ready");
    }

    private Started production(DatabaseSettings database, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--empty",
                "--database-url",
                database.url(),
                "--database-user",
                database.application().user(),
                "--database-password",
                database.application().password(),
                "--database-owner-user",
                database.owner().user(),
                "--database-owner-password",
                database.owner().password()));
        options.addAll(List.of(more));
        return Started.production(folder.resolve("data"), Started.freePort(), options.toArray(String[]::new));
    }

    private static DatabaseSettings at(int port) {
        return DatabaseSettings.ofOneUser(
                "jdbc:mariadb://127.0.0.1:" + port + "/metodporten", new DatabaseSettings.Login("owner", "x"));
    }

    private static void execute(DatabaseSettings database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String serverLog(Path data) throws IOException {
        return Files.readString(data.resolve("mariadb").resolve("server.log"));
    }

    /** Processes that still work in this test's folder. */
    private List<ProcessHandle> left() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }
}
