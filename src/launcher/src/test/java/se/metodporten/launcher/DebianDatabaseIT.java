package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    Path folder;

    private DebianDatabase database;

    @BeforeEach
    void start() throws Exception {
        database = DebianDatabase.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        Started.endAll();
        database.stop();
    }

    @Test
    void a_dump_restored_is_the_whole_portal() throws Exception {
        startAndStop();
        database.sql("insert into metodporten.unit_kind (code, name_sv, name_en, health_care, compulsory_care)"
                + " values ('tried', 'Läkarstation 🩺', 'Surgery', true, false)");

        Path dump = folder.resolve("metodporten.sql");
        Files.writeString(
                dump,
                database.run(
                        "mariadb-dump",
                        "--no-defaults",
                        "--user=root",
                        "--socket=" + database.socket(),
                        "--single-transaction",
                        "--quick",
                        "metodporten"));
        database.sql(
                "drop database metodporten; create database metodporten character set utf8mb4 collate utf8mb4_swedish_ci");
        database.run(dump, "mariadb", "--no-defaults", "--user=root", "--socket=" + database.socket(), "metodporten");

        startAndStop();
        assertThat(database.sql("select name_sv from metodporten.unit_kind where code = 'tried'"))
                .contains("Läkarstation 🩺");
    }

    private void startAndStop() throws Exception {
        Started portal = Started.production(folder.resolve("data"), Started.freePort(), database.options("--empty"))
                .awaitReady();
        assertThat(portal.readiness()).isEqualTo(200);
        portal.terminate();
        portal.awaitEnd();
    }
}
