package se.metodporten.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.db.embedded.EmbeddedDatabase;

/** What was stored before courses had parts (V16). That the scorm library reads these texts is its {@code StoredBeforeTest}. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StoredAttemptsTest {

    private static final String BEFORE = "15";

    @TempDir
    Path temporary;

    @Test
    void a_course_and_the_attempts_under_way_become_one_part() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(temporary.resolve("mariadb"))) {
            DatabaseSettings settings = database.settings();
            Flyway.configure()
                    .dataSource(
                            settings.url(),
                            settings.owner().user(),
                            settings.owner().password())
                    .target(BEFORE)
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(
                            settings.url(),
                            settings.owner().user(),
                            settings.owner().password());
                    Statement statement = connection.createStatement()) {
                store(statement);

                Migration.run(settings);

                assertThat(texts(statement, "select tree from course_version"))
                        .containsExactly("{\"standard\": \"SCORM_1_2\", \"root\": "
                                + "{\"identifier\": \"course\", \"title\": \"ViSam – grunderna\", \"kind\": \"HEADING\", \"url\": \"\", "
                                + "\"visible\": true, \"prerequisites\": \"\", \"hidden\": [], "
                                + "\"launchData\": {\"objectives\": [], \"shared\": []}, \"children\": "
                                + "[{\"identifier\": \"item\", \"title\": \"ViSam – grunderna\", \"kind\": \"SCO\", \"url\": \"index.html?a=b\", "
                                + "\"visible\": true, \"prerequisites\": \"\", \"hidden\": [], "
                                + "\"launchData\": {\"masteryScore\": \"80\", \"dataFromLms\": \"å \\\"x\\\"\", \"objectives\": [], \"shared\": []}, "
                                + "\"children\": []}]}}");
                assertThat(texts(statement, "select state from attempt order by id"))
                        .containsExactly(
                                "{\"version\":2,\"standard\":\"1.2\",\"activities\":{},\"shared\":{}}",
                                "{\"version\":2,\"standard\":\"1.2\",\"activities\":{\"item\":"
                                        + OPENED.substring(0, OPENED.length() - 1)
                                        + ",\"score\":\"90.00\"}},\"shared\":{},\"current\":\"item\",\"liveSession\":\"s2\"}");
            }
        }
    }

    private static final String OPENED = "{\"version\":1,\"standard\":\"1.2\",\"status\":\"incomplete\",\"values\":"
            + "{\"cmi.suspend_data\":\"å \\ud800 {\\\"id\\\":\\\"no\\\"\",\"cmi.core.score.raw\":\"90\"},\"sessions\":"
            + "[{\"id\":\"s1\",\"lastSequence\":2,\"measured\":\"PT1M\",\"finished\":false,\"exit\":\"suspend\"},"
            + "{\"id\":\"s2\",\"lastSequence\":0,\"measured\":\"PT0S\",\"finished\":false,\"exit\":\"\"}],\"earlierTime\":\"PT0S\"}";

    private static void store(Statement statement) throws SQLException {
        statement.execute(
                "insert into course_version (id, course_id, number, scorm_version, launch_url, launch_data, sha256,"
                        + " size, created_at, created_by) select 1, id, 1, '1.2', 'index.html?a=b',"
                        + " json_object('masteryScore', 80, 'dataFromLms', 'å \"x\"'), repeat('0', 64), 1, now(), 'test'"
                        + " from course where code = 'visam-grunderna'");
        statement.execute("insert into person (id, given_name, family_name, created_at, created_by)"
                + " values (1, 'Åsa', 'Berg', now(), 'test'), (2, 'Bo', 'Ek', now(), 'test')");
        String never = "{\"version\":1,\"standard\":\"1.2\",\"status\":\"not attempted\",\"values\":{},\"sessions\":[],"
                + "\"earlierTime\":\"PT0S\"}";
        statement.execute(
                "insert into attempt (id, person_id, course_version_id, number, state, status, score, started_at)"
                        + " values (1, 1, 1, 1, '" + never + "', 'NOT_ATTEMPTED', null, now()),"
                        + " (2, 2, 1, 1, '" + OPENED.replace("\\", "\\\\") + "', 'INCOMPLETE', 90, now())");
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
