package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.launcher.Options.Mail;

class OptionsReaderTest {

    private static final String URL = "jdbc:mariadb://db.example.se/metodporten";

    @TempDir
    Path folder;

    @Test
    void without_any_option_it_is_a_demo_on_this_machine_alone() {
        Options options = read();
        assertThat(options.data()).isEqualTo(Path.of("var").toAbsolutePath());
        assertThat(options.bind().isLoopbackAddress()).isTrue();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(options.contentHost()).isEqualTo("localhost");
        assertThat(options.demo()).isTrue();
        assertThat(options.database()).isEmpty();
        assertThat(options.mail()).isEmpty();
        assertThat(options.javaOptions()).isEmpty();
    }

    @Test
    void the_first_administrator_has_a_name_and_an_address() {
        assertThat(read("--empty", "--first-administrator", "Ada Maria Berg <ada@example.se>")
                        .firstAdministrator())
                .contains("Ada Maria Berg <ada@example.se>");
        assertThat(read().firstAdministrator()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.se", "Ada <ada@example.se>", "Ada Berg", "Ada Berg <ada>", "Ada Berg <a@b> <c@d>"})
    void a_first_administrator_who_cannot_be_invited_is_refused(String person) {
        assertThat(problems("--empty", "--first-administrator", person))
                .singleElement()
                .asString()
                .contains("must look like");
    }

    @Test
    void the_demo_has_its_own_administrator() {
        assertThat(problems("--first-administrator=Ada Berg <ada@example.se>"))
                .singleElement()
                .asString()
                .contains("goes with --empty");
    }

    @Test
    void the_public_url_follows_the_port() {
        assertThat(read("--port", "9090").publicUrl()).isEqualTo(URI.create("http://localhost:9090"));
    }

    @Test
    void courses_run_below_the_public_host_unless_told_otherwise() {
        assertThat(read("--public-url", "https://portal.example.se/").contentHost())
                .isEqualTo("portal.example.se");
        assertThat(read("--public-url=https://portal.example.se", "--content-host=Kurs.Example.se")
                        .contentHost())
                .isEqualTo("kurs.example.se");
    }

    @Test
    void an_option_wins_over_the_environment() {
        Map<String, String> environment = Map.of("METODPORTEN_PORT", "9000", "METODPORTEN_EMPTY", "true");
        Options options = OptionsReader.read(List.of("--port", "9001"), environment);
        assertThat(options.port()).isEqualTo(9001);
        assertThat(options.demo()).isFalse();
    }

    @Test
    void an_empty_variable_counts_as_not_given() {
        assertThat(OptionsReader.read(List.of(), Map.of("METODPORTEN_PORT", "")).port())
                .isEqualTo(8080);
    }

    @Test
    void one_database_user_is_owner_and_application() {
        DatabaseSettings database = read("--database-url", URL, "--database-user", "portal", "--database-password", "x")
                .database()
                .orElseThrow();
        assertThat(database.url()).isEqualTo(URL);
        assertThat(database.hasOwnApplicationUser()).isFalse();
        assertThat(database.owner().password()).isEqualTo("x");
    }

    @Test
    void an_owner_leaves_the_other_user_without_rights_of_its_own() throws IOException {
        DatabaseSettings database = read(
                        "--database-url",
                        URL,
                        "--database-user",
                        "portal",
                        "--database-owner-user",
                        "owner",
                        "--database-password-file",
                        file("one\n"),
                        "--database-owner-password-file",
                        file("two\n"))
                .database()
                .orElseThrow();
        assertThat(database.hasOwnApplicationUser()).isTrue();
        assertThat(database.application().password()).isEqualTo("one");
        assertThat(database.owner().password()).isEqualTo("two");
    }

    @Test
    void a_secret_comes_from_a_file_named_in_the_environment() throws IOException {
        Map<String, String> environment = Map.of(
                "METODPORTEN_DATABASE_URL",
                URL,
                "METODPORTEN_DATABASE_USER",
                "portal",
                "METODPORTEN_DATABASE_PASSWORD_FILE",
                file("hemligt\n"));
        assertThat(OptionsReader.read(List.of(), environment)
                        .database()
                        .orElseThrow()
                        .application()
                        .password())
                .isEqualTo("hemligt");
    }

    @Test
    void mail_goes_out_once_a_server_and_a_sender_are_named() {
        assertThat(read("--smtp-host", "smtp.example.se", "--mail-from", "portal@example.se")
                        .mail())
                .contains(new Mail("smtp.example.se", 587, "", "", "portal@example.se"));
    }

    @Test
    void java_options_are_split_at_spaces() {
        assertThat(read("--java-options", " -Xmx2g  -XX:+UseZGC ").javaOptions())
                .containsExactly("-Xmx2g", "-XX:+UseZGC");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(problems("--prot", "--port", "0", "--public-url", "portal", "--smtp-host", "smtp.example.se"))
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("no option --prot"))
                .anyMatch(sentence -> sentence.contains("port 0"))
                .anyMatch(sentence -> sentence.contains("public URL portal"))
                .anyMatch(sentence -> sentence.contains("--mail-from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80a", "", "99999999999"})
    void a_port_is_a_number_from_1_to_65535(String port) {
        assertThat(problems("--port=" + port)).singleElement().asString().contains("from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "65535"})
    void the_first_and_the_last_port_are_ports(String port) {
        assertThat(read("--port", port).port()).isEqualTo(Integer.parseInt(port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://portal.example.se",
                "https://portal.example.se/portal",
                "https://portal.example.se?x=1",
                "//portal.example.se",
                "https://",
                "https://a b"
            })
    void a_public_url_is_web_and_has_no_path(String url) {
        assertThat(problems("--public-url", url)).singleElement().asString().contains("public URL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--database-user x                           | no --database-url",
                "--database-url jdbc:mariadb://h/d           | needs --database-user",
                "--database-url jdbc:mysql://h/d --database-user x | jdbc:mariadb://host/name",
                "--content-host a:80                         | without a port",
                "--port                                      | needs a value",
                "--bind no.such.host.invalid                 | not known here",
                "--database-password-file /no/such/file      | cannot be read"
            })
    void what_is_missing_or_contradicts_is_named(String arguments, String sentence) {
        assertThat(problems(arguments.split(" "))).singleElement().asString().contains(sentence);
    }

    @Test
    void a_secret_is_given_once() throws IOException {
        assertThat(problems("--smtp-password", "x", "--smtp-password-file", file("x")))
                .singleElement()
                .asString()
                .contains("not both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "one\ntwo"})
    void a_file_with_a_secret_holds_one_line(String content) throws IOException {
        assertThat(problems("--smtp-password-file", file(content)))
                .singleElement()
                .asString()
                .contains("one line");
    }

    @Test
    void a_line_break_would_smuggle_in_another_command() {
        assertThat(problems("--smtp-host", "h\nset x y", "--mail-from", "a@b"))
                .singleElement()
                .asString()
                .contains("line break");
    }

    @Test
    void every_setting_is_in_the_help() {
        for (Setting setting : Setting.values()) {
            assertThat(Setting.help()).contains(setting.option() + " ");
            assertThat(Setting.ofOption(setting.option())).contains(setting);
        }
    }

    @Test
    void no_password_is_ever_printed() {
        Options options = read(
                "--database-url",
                URL,
                "--database-user",
                "portal",
                "--database-password",
                "hemligt",
                "--smtp-host",
                "h",
                "--mail-from",
                "a@b",
                "--smtp-password",
                "hemligt");
        assertThat(options.toString()).doesNotContain("hemligt");
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content)
                .toString();
    }

    private static Options read(String... arguments) {
        return OptionsReader.read(List.of(arguments), Map.of());
    }

    private static List<String> problems(String... arguments) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(arguments));
        assertThat(problem).isNotNull();
        return problem.sentences();
    }
}
