package se.metodporten.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import se.metodporten.db.DatabaseProblem;
import se.metodporten.db.DatabaseSettings;

/** The server as a process of the operating system. */
final class ServerProcess {

    private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());

    /** Recovery after a crash of the machine may take its time; a process that ends is noticed at once. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration STOP_LEFT_BEHIND = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 25;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(Path folder, Path home, int port, List<String> options) throws IOException {
        Path data = dataFolder(folder);
        if (!Files.isDirectory(data)) {
            install(folder, home, data);
        }
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                dataArgument(data),
                "--init-file=" + folder.resolve("init.sql"),
                "--pid-file=" + folder.resolve("server.pid"),
                // Relative to the data folder: a path of a socket may have no more than 107 characters.
                "--socket=server.sock",
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // Version 11.4 would make a new key at each start, which takes seconds.
                "--skip-ssl",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_swedish_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=256M",
                "--max-connections=200"));
        command.addAll(userArgument());
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new ServerProcess(process, log);
    }

    private static void install(Path folder, Path home, Path data) throws IOException {
        Path unfinished = Trees.deleteIfExists(folder.resolve("data-unfinished"));
        Path log = folder.resolve("install.log");
        List<String> command = new ArrayList<>(List.of(
                "sh",
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                dataArgument(unfinished),
                "--skip-test-db",
                "--skip-name-resolve",
                // The server's root comes in by the socket only, as the person who started it.
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name")));
        command.addAll(userArgument());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(process.toHandle(), START)) {
            process.destroyForcibly();
            throw new DatabaseProblem("The database could not be made within two minutes; see " + log + ".");
        }
        // The handle may know of the end before the process does.
        if (process.onExit().join().exitValue() != 0) {
            throw new DatabaseProblem("The database could not be made in " + folder + ": " + reason(log));
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> userArgument() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /**
     * Stops servers that work on this folder's data. The caller holds the folder's lock, so whoever started them is
     * dead. They are known by their command line: a process number in a file may by now be somebody else's.
     */
    static void stopLeftBehind(Path folder) {
        List<ProcessHandle> leftBehind = ProcessHandle.allProcesses()
                .filter(process -> worksOn(folder, process))
                .toList();
        for (ProcessHandle server : leftBehind) {
            LOG.log(System.Logger.Level.INFO, "stopping the database server {0} that was left behind", server.pid());
            stop(server, STOP_LEFT_BEHIND);
        }
    }

    private static boolean worksOn(Path folder, ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        boolean server = process.info().command().orElse("").endsWith("/mariadbd");
        return server
                && Stream.of(dataFolder(folder), folder.resolve("data-unfinished"))
                        .anyMatch(data -> arguments.contains(dataArgument(data)));
    }

    private static Path dataFolder(Path folder) {
        return folder.resolve("data");
    }

    private static String dataArgument(Path data) {
        return "--datadir=" + data;
    }

    void waitUntilItAnswers(DatabaseSettings settings) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers(settings)) {
            if (ended(process.toHandle(), Duration.ofMillis(POLL_MILLIS))) {
                throw new DatabaseProblem("The database server stopped while starting: " + reason(log));
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new DatabaseProblem("The database server did not answer within two minutes; see " + log + ".");
            }
        }
    }

    private static boolean answers(DatabaseSettings settings) {
        try (var connection = DriverManager.getConnection(
                settings.url(), settings.owner().user(), settings.owner().password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    void stop() {
        stop(process.toHandle(), STOP);
    }

    private static void stop(ProcessHandle server, Duration patience) {
        server.destroy();
        if (!ended(server, patience)) {
            // InnoDB recovers; a server that does not end would block the next start.
            server.destroyForcibly();
            ended(server, patience);
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's own words, shortened to the first error. */
    private static String reason(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("ERROR"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^.*\\[ERROR]\\s*", ""))
                    .orElse("see " + log);
        } catch (IOException unreadable) {
            return "see " + log + " (" + unreadable.getMessage() + ")";
        }
    }
}
