package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that is gone, hangs, or has no room left under it: people are told so, nothing is half saved, and the portal
 * goes on by itself when the database does.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DatabaseTroubleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than any statement of a first start takes beside another start; what hangs is told after so long. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

    private static final int DISK_MEGABYTES = 400;
    private static final int ROWS_IN_TWO_EXTENTS = 10_000;
    private static final String FAMILY_NAME = "Ledig-Plats".repeat(9);
    private static final Pattern MANAGER = Pattern.compile("\n\\s+Chef\\s+(\\S+@\\S+)\\s+(\\S+)");
    private static final Pattern FIRST_UNIT = Pattern.compile("<option value=\"(\\d+)\"");

    @TempDir
    Path folder;

    private DebianDatabase database;
    private Started portal;
    private Browser manager;
    private String username;
    private String password;

    @BeforeEach
    void a_manager_is_signed_in() throws Exception {
        database = DebianDatabase.onSmallDisk(folder, DISK_MEGABYTES);
        portal = Started.production(
                        folder.resolve("data"),
                        Started.freePort(),
                        database.options("--database-url=" + database.url() + "?socketTimeout=" + SOCKET_TIMEOUT.toMillis()))
                .awaitReady();
        Matcher account = MANAGER.matcher(portal.said());
        assertThat(account.find()).isTrue();
        username = account.group(1);
        password = account.group(2);
        manager = new Browser(portal, PATIENCE);
        assertThat(manager.signIn(username, password).body()).contains("<h1>Start</h1>");
    }

    @AfterEach
    void stop() throws Exception {
        Started.endAll();
        if (database != null) {
            database.destroy();
        }
    }

    @Test
    void a_disk_without_room_a_database_that_hangs_and_one_that_is_gone() throws Exception {
        isToldThatTheDiskIsFullAndTriesAgain();
        isToldThatTheDatabaseHangs();
        isToldThatTheDatabaseIsGone();
    }

    private void isToldThatTheDiskIsFullAndTriesAgain() throws Exception {
        HttpResponse<String> form = manager.open("/person/add.xhtml");
        Path ballast = fill();
        HttpResponse<String> refused;
        try {
            refused = manager.submit(form, newPerson(form));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .contains(
                            "databasen inte har plats för mer",
                            refused.headers().firstValue("X-Request-Id").orElseThrow())
                    .as("what was typed is still there")
                    .contains("value=\"Vikarie\"", "value=\"" + FAMILY_NAME + "\"");
            assertThat(found()).isEqualTo("0");
            assertThat(manager.open("/organisation/units.xhtml").statusCode())
                    .as("what is there can be read")
                    .isEqualTo(200);
        } finally {
            Files.delete(ballast);
        }
        assertThat(manager.submit(refused, newPerson(refused)).body()).contains("är tillagd.");
        assertThat(found()).isEqualTo("1");
    }

    private static Map<String, String> newPerson(HttpResponse<String> form) {
        Matcher unit = FIRST_UNIT.matcher(form.body());
        assertThat(unit.find()).isTrue();
        return Map.of(
                "form:unit",
                unit.group(1),
                "form:givenName",
                "Vikarie",
                "form:familyName",
                FAMILY_NAME,
                "form:email",
                "",
                "form:title",
                "Sjuksköterska",
                "form:add",
                "x");
    }

    /** People of that name, and nothing of them anywhere else. */
    private String found() throws Exception {
        return database.sql("select count(*) from metodporten.person where family_name = '" + FAMILY_NAME + "'")
                .strip();
    }

    /**
     * Takes all room of the disk, and then what the table has left in its own file: row by row, since MariaDB gives up
     * altogether when it cannot undo a large statement; first large rows, then such as go just before the new person's in
     * the index of names, and are smaller.
     */
    private Path fill() throws Exception {
        Path ballast = database.data().resolve("ballast");
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        for (String names : List.of("repeat('🩺', 100), repeat('🩺', 100)", "'', 'Ledig'")) {
            String row = "insert into metodporten.person (given_name, family_name, created_at, created_by)"
                    + " values (" + names + ", now(), 'ballast');\n";
            assertThat(database.refuses(row.repeat(ROWS_IN_TWO_EXTENTS))).contains("ERROR 1114");
        }
        return ballast;
    }

    private void isToldThatTheDatabaseHangs() throws Exception {
        database.hang();
        try {
            isToldToComeBack();
            assertThat(portal.readiness()).isEqualTo(503);
        } finally {
            database.goOn();
        }
        goesOn();
    }

    private void isToldThatTheDatabaseIsGone() throws Exception {
        database.kill();
        isToldToComeBack();
        assertThat(portal.readiness()).isEqualTo(503);
        database.startAgain();
        goesOn();
    }

    private void isToldToComeBack() throws Exception {
        HttpResponse<String> page = manager.open("/organisation/units.xhtml");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.body())
                .contains(
                        "Just nu kan vi inte visa sidan",
                        page.headers().firstValue("X-Request-Id").orElseThrow());

        HttpResponse<String> answer = manager.open("/api/v1/units");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());

        HttpResponse<String> signIn = new Browser(portal, PATIENCE).signIn(username, password);
        assertThat(signIn.statusCode()).isEqualTo(503);
        assertThat(signIn.body())
                .contains("Portalen når inte sin databas just nu", username)
                .doesNotContain("stämmer inte ihop");
    }

    private void goesOn() throws Exception {
        Started.await(() -> isReady(), 30);
        assertThat(manager.open("/organisation/units.xhtml").statusCode()).isEqualTo(200);
        assertThat(new Browser(portal, PATIENCE).signIn(username, password).body())
                .contains("<h1>Start</h1>");
    }

    private boolean isReady() {
        try {
            return portal.readiness() == 200;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
