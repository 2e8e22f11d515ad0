package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar for production against the MariaDB that Debian packages, set up, backed up and restored as docs/operation.md
 * tells operators to. {@code ./verify} installs the package.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DebianDatabaseIT {

    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");

    @TempDir
    Path folder;

    private Process server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assertThat(SERVER).as("Debian's mariadb-server, installed by ./verify").exists();
        port = Started.freePort();
        Path data = folder.resolve("server");
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=normal",
                user());
        server = new ProcessBuilder(
                        SERVER.toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--socket=" + socket(),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        user())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        Started.await(() -> Files.exists(socket()), 60);
        sql("""
                create database metodporten character set utf8mb4 collate utf8mb4_swedish_ci;
                create user metodporten_owner@'%' identified by 'owner';
                create user metodporten@'%' identified by 'portal';
                grant all on metodporten.* to metodporten_owner@'%' with grant option;
                """);
    }

    @AfterEach
    void stop() throws Exception {
        Started.endAll();
        server.destroy();
        server.waitFor();
    }

    @Test
    void a_dump_restored_is_the_whole_portal() throws Exception {
        startAndStop();
        sql("insert into metodporten.unit_kind (code, name_sv, name_en, health_care, compulsory_care)"
                + " values ('tried', 'Läkarstation 🩺', 'Surgery', true, false)");

        Path dump = folder.resolve("metodporten.sql");
        Files.writeString(
                dump,
                run(
                        "mariadb-dump",
                        "--no-defaults",
                        "--user=root",
                        "--socket=" + socket(),
                        "--single-transaction",
                        "metodporten"));
        sql("drop database metodporten; create database metodporten character set utf8mb4 collate utf8mb4_swedish_ci");
        run(dump, "mariadb", "--no-defaults", "--user=root", "--socket=" + socket(), "metodporten");

        startAndStop();
        assertThat(sql("select name_sv from metodporten.unit_kind where code = 'tried'"))
                .contains("Läkarstation 🩺");
    }

    private void startAndStop() throws Exception {
        Started portal = Started.production(
                        folder.resolve("data"),
                        Started.freePort(),
                        "--empty",
                        "--database-url=jdbc:mariadb://127.0.0.1:" + port + "/metodporten",
                        "--database-user=metodporten",
                        "--database-password-file=" + Files.writeString(folder.resolve("portal"), "portal\n"),
                        "--database-owner-user=metodporten_owner",
                        "--database-owner-password-file=" + Files.writeString(folder.resolve("owner"), "owner\n"))
                .awaitReady();
        assertThat(portal.readiness()).isEqualTo(200);
        portal.terminate();
        portal.awaitEnd();
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    private static String user() {
        return "--user=" + System.getProperty("user.name");
    }

    private String sql(String statements) throws Exception {
        return run(
                Files.writeString(folder.resolve("statements.sql"), statements),
                "mariadb",
                "--no-defaults",
                "--user=root",
                "--default-character-set=utf8mb4",
                "--socket=" + socket());
    }

    private String run(String... command) throws Exception {
        return run(Path.of("/dev/null"), command);
    }

    private String run(Path input, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(words)
                .redirectInput(input.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words + Files.readString(errors)).isZero();
        return output;
    }
}
