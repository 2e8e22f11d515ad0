package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.DatabaseSettings.Login;

class ConfigurationTest {

    private static final String URL = "jdbc:mariadb://db/metodporten";

    @Test
    void the_portal_signs_in_as_the_application_and_never_as_the_owner() {
        Map<String, String> configuration =
                configuration(new DatabaseSettings(URL, new Login("owner", "o"), new Login("portal", "p")));
        assertThat(configuration)
                .containsEntry("metodporten.db.user", "portal")
                .containsEntry("metodporten.db.password", "p")
                .doesNotContainValue("owner");
    }

    @Test
    void without_a_mail_server_nothing_is_said_of_mail() {
        assertThat(configuration(DatabaseSettings.ofOneUser(URL, new Login("portal", "p")))
                        .keySet())
                .noneMatch(name -> name.contains("mail"));
    }

    @Test
    void a_mail_server_that_asks_for_no_user_gets_none() {
        assertThat(configuration(
                        DatabaseSettings.ofOneUser(URL, new Login("portal", "p")),
                        "--smtp-host=smtp.example.se",
                        "--mail-from=portal@example.se"))
                .containsEntry("metodporten.mail.host", "smtp.example.se")
                .containsEntry("metodporten.mail.port", "587")
                .containsEntry("metodporten.mail.from", "portal@example.se")
                .doesNotContainKey("metodporten.mail.user");
    }

    @Test
    void reminders_are_written_from_seven_or_when_the_operator_says() {
        DatabaseSettings database = DatabaseSettings.ofOneUser(URL, new Login("portal", "p"));
        assertThat(configuration(database)).containsEntry("metodporten.reminders.from", "07:00");
        assertThat(configuration(database, "--reminders-from=off")).containsEntry("metodporten.reminders.from", "off");
        assertThatThrownBy(() -> configuration(database, "--reminders-from=7"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("must look like 07:00");
    }

    @Test
    void a_course_package_may_be_a_gibibyte_or_what_the_operator_says() {
        DatabaseSettings database = DatabaseSettings.ofOneUser(URL, new Login("portal", "p"));
        assertThat(configuration(database)).containsEntry("metodporten.courses.largest-mib", "1024");
        assertThat(configuration(database, "--course-limit=300"))
                .containsEntry("metodporten.courses.largest-mib", "300");
        for (String wrong : List.of("0", "4097", "-1", "1 GB", "99999999999")) {
            assertThatThrownBy(() -> configuration(database, "--course-limit=" + wrong))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("is not a number of megabytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://h/d, ?connectTimeout=5000&socketTimeout=10000&sessionVariables=innodb_lock_wait_timeout=8",
        "jdbc:mariadb://h/d?sslMode=trust, &connectTimeout=5000&socketTimeout=10000&sessionVariables=innodb_lock_wait_timeout=8",
        "jdbc:mariadb://h/d?socketTimeout=9, &connectTimeout=5000&sessionVariables=innodb_lock_wait_timeout=8"
    })
    void a_hanging_database_is_given_up_unless_the_operator_says_otherwise(String given, String added) {
        assertThat(configuration(DatabaseSettings.ofOneUser(given, new Login("portal", "p"))))
                .containsEntry("metodporten.db.url", given + added);
    }

    private static Map<String, String> configuration(DatabaseSettings database, String... arguments) {
        return Configuration.of(OptionsReader.read(List.of(arguments), Map.of()), database);
    }
}
