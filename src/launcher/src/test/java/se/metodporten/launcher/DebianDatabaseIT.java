package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * The jar for production against the MariaDB that Debian packages, set up, backed up and restored as docs/operation.md
 * tells operators to. {@code ./verify} installs the package.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DebianDatabaseIT {

    private static final String PASSWORD = "gräs lampa torsdag";
    private static final Pattern LINK =
            Pattern.compile("http://localhost:[0-9]+(/access/password\\.xhtml\\?token=\\S+)");

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
    void the_first_administrator_and_all_else_is_there_again_from_a_dump() throws Exception {
        startAndStop(DebianDatabaseIT::signsInForTheFirstTime);
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

        startAndStop(portal -> {
            assertThat(portal.said())
                    .contains("There is a system administrator already")
                    .doesNotContain("token=");
            assertThat(browser(portal).signIn("ada.berg@example.se", PASSWORD).body())
                    .contains("<h1>Start</h1>");
        });
        assertThat(database.sql("select name_sv from metodporten.unit_kind where code = 'tried'"))
                .contains("Läkarstation 🩺");
    }

    /** As the console tells: by the link, which is good once. */
    private static void signsInForTheFirstTime(Started portal) throws Exception {
        Matcher link = LINK.matcher(portal.said());
        assertThat(link.find()).as(portal::said).isTrue();
        Browser ada = browser(portal);
        HttpResponse<String> page = ada.open(link.group(1));
        assertThat(ada.submit(page, Map.of("form:chosen", PASSWORD, "form:save", "x"))
                        .body())
                .contains("<h1>Start</h1>", "Administration");
        assertThat(browser(portal).open(link.group(1)).body()).doesNotContain("form:chosen");
    }

    private static Browser browser(Started portal) {
        return new Browser(portal, Duration.ofSeconds(60));
    }

    private void startAndStop(Visit visit) throws Exception {
        Started portal = Started.production(
                        folder.resolve("data"),
                        Started.freePort(),
                        database.options("--empty", "--first-administrator=Ada Berg <Ada.Berg@example.se>"))
                .awaitReady();
        assertThat(portal.readiness()).isEqualTo(200);
        visit.to(portal);
        portal.terminate();
        portal.awaitEnd();
    }

    private interface Visit {
        void to(Started portal) throws Exception;
    }
}
