package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The MariaDB that Debian packages, with the database and the users that docs/operation.md tells operators to make. */
final class DebianDatabase {

    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");

    /** Makes the data, and runs the server on it; once it has ended, again for each line that it is told. */
    private static final String SCRIPT = """
            set -e
            [ -z "$1" ] || mount -t tmpfs -o "size=$1m,mode=0700" tmpfs "$2"
            mariadb-install-db --no-defaults --datadir="$2" --user="$3" --skip-test-db \\
              --auth-root-authentication-method=normal > install.log 2>&1
            while :; do
              /usr/sbin/mariadbd --no-defaults --datadir="$2" --user="$3" --socket="$4" --port="$5" \\
                --bind-address=127.0.0.1 --innodb-log-file-size=8M || :
              read -r again
            done
            """;

    private final Path folder;
    private final int port;
    private final Process shell;

    private DebianDatabase(Path folder, int port, Process shell) {
        this.folder = folder;
        this.port = port;
        this.shell = shell;
    }

    /** On the disk of this machine. */
    static DebianDatabase start(Path folder) throws Exception {
        return start(folder, "", List.of(), System.getProperty("user.name"));
    }

    /** On a small disk of its own, which only the server's processes see. Needs no rights of an administrator. */
    static DebianDatabase onSmallDisk(Path folder, int megabytes) throws Exception {
        return start(
                folder,
                Integer.toString(megabytes),
                "root".equals(System.getProperty("user.name"))
                        ? List.of("unshare", "--mount")
                        : List.of("unshare", "--mount", "--user", "--map-root-user"),
                "root");
    }

    private static DebianDatabase start(Path folder, String megabytes, List<String> around, String user)
            throws Exception {
        assertThat(SERVER).as("Debian's mariadb-server, installed by ./verify").exists();
        Path data = Files.createDirectory(folder.resolve("server"));
        int port = Started.freePort();
        List<String> command = new ArrayList<>(around);
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", megabytes, data.toString(), user));
        command.addAll(List.of(folder.resolve("socket").toString(), Integer.toString(port)));
        Process shell = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        DebianDatabase database = new DebianDatabase(folder, port, shell);
        database.awaitAnswer();
        database.sql("""
                create database metodporten character set utf8mb4 collate utf8mb4_swedish_ci;
                create user metodporten_owner@'%' identified by 'owner';
                create user metodporten@'%' identified by 'portal';
                grant all on metodporten.* to metodporten_owner@'%' with grant option;
                """);
        return database;
    }

    private void awaitAnswer() {
        Started.await(() -> answers() || !shell.isAlive(), 120);
        assertThat(shell.isAlive())
                .as(() -> "the server runs: " + text(folder.resolve("server.log")))
                .isTrue();
    }

    /** Starts the server again on the data that is there. */
    void startAgain() throws Exception {
        shell.getOutputStream().write('\n');
        shell.getOutputStream().flush();
        awaitAnswer();
    }

    /** What tells the portal to use it. */
    String[] options(String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--database-url=" + url(),
                "--database-user=metodporten",
                "--database-password-file=" + Files.writeString(folder.resolve("portal"), "portal\n"),
                "--database-owner-user=metodporten_owner",
                "--database-owner-password-file=" + Files.writeString(folder.resolve("owner"), "owner\n")));
        options.addAll(Arrays.asList(more));
        return options.toArray(String[]::new);
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/metodporten";
    }

    void stop() throws Exception {
        shell.getOutputStream().close();
        server().ifPresent(ProcessHandle::destroy);
        shell.waitFor();
    }

    /** As the kernel ends what has used up the memory. */
    void kill() throws Exception {
        ProcessHandle server = server().orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }

    /** Ends it for good, without asking what state its disk is in. */
    void destroy() throws Exception {
        shell.getOutputStream().close();
        server().ifPresent(ProcessHandle::destroyForcibly);
        shell.waitFor();
    }

    /** It keeps its connections and says nothing more. */
    void hang() throws Exception {
        signal("STOP");
    }

    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder(
                        "kill", "-" + name, Long.toString(server().orElseThrow().pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private Optional<ProcessHandle> server() {
        return shell.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
                .findFirst();
    }

    /** Its data; seen through the server's own eyes, since the disk may be its alone. */
    Path data() {
        return Path.of("/proc", Long.toString(server().orElseThrow().pid()), "root")
                .resolve(folder.resolve("server").toString().substring(1));
    }

    String sql(String statements) throws Exception {
        return run(
                Files.writeString(folder.resolve("statements.sql"), statements),
                "mariadb",
                "--no-defaults",
                "--user=root",
                "--batch",
                "--skip-column-names",
                "--default-character-set=utf8mb4",
                "--socket=" + socket());
    }

    private boolean answers() {
        try {
            return client(Path.of("/dev/null"), folder.resolve("answer")) == 0;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs statements, each for itself, until one is refused. @return what the server said of that one */
    String refuses(String statements) throws Exception {
        Path output = folder.resolve("refused");
        int code = client(Files.writeString(folder.resolve("statements.sql"), statements), output);
        assertThat(code).as("one of the statements is refused").isNotZero();
        return Files.readString(output);
    }

    private int client(Path statements, Path output) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "mariadb",
                        "--no-defaults",
                        "--user=root",
                        "--default-character-set=utf8mb4",
                        "--socket=" + socket())
                .redirectInput(statements.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    String run(String... command) throws Exception {
        return run(Path.of("/dev/null"), command);
    }

    String run(Path input, String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + ": " + text(errors))
                .isZero();
        return output;
    }

    Path socket() {
        return folder.resolve("socket");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
