package se.metodporten.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.metodporten.db.DatabaseProblem;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.FolderLock;
import se.metodporten.db.Migration;

/** From the command line to a portal that answers, and back. */
public final class Launcher {

    private static final int USAGE = 2;
    private static final int FAILED = 1;
    private static final long POLL_MILLIS = 100;

    private final Console console;
    private final Shutdown shutdown = new Shutdown();

    private Launcher(Console console) {
        this.console = console;
    }

    /** Called by {@code Main} once Java is new enough. */
    public static void main(String[] arguments) {
        // The server has a log of its own; here there is only the console.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Console console = Console.ofThisProcess();
        System.exit(new Launcher(console).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            console.say(Setting.help());
            return 0;
        }
        Options options;
        try {
            options = OptionsReader.read(arguments, System.getenv());
            requireDatabase(options);
        } catch (Problem problem) {
            console.problem(problem);
            return USAGE;
        }
        shutdown.onSignal(console);
        Problem problem = runUntilProblem(options);
        if (!shutdown.hasBegun()) {
            console.problem(problem);
        }
        shutdown.run();
        return FAILED;
    }

    private Problem runUntilProblem(Options options) {
        try {
            return start(options).awaitEnd();
        } catch (Problem problem) {
            return problem;
        } catch (DatabaseProblem problem) {
            return new Problem(problem.sentence(), problem);
        } catch (IOException problem) {
            return new Problem(
                    "The files in " + options.data() + " cannot be used: " + problem.getMessage() + ".", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Problem("Interrupted.", interrupted);
        }
    }

    private static void requireDatabase(Options options) {
        if (options.database().isEmpty() && !BuiltInDatabase.isHere()) {
            throw new Problem("This jar has no database inside; name a MariaDB with --database-url.");
        }
    }

    private PortalProcess start(Options options) throws IOException, InterruptedException {
        claim(options);
        console.step("Unpacking the server in " + options.data());
        RuntimeFiles files = RuntimeFiles.unpackBelow(runtime(options.data()));
        LogFiles logs = LogFiles.in(options.data().resolve("log"));
        DatabaseSettings database = database(options);
        console.step("Starting the server on port " + options.port());
        PortalProcess portal =
                shutdown.starting(() -> PortalProcess.start(options, files.payara(), logs), started -> started);
        // Meanwhile the server boots.
        console.step("Bringing the database to this version");
        migrate(options, database);
        console.step("Starting the portal");
        portal.deploy(files.portal(), Configuration.of(options, database));
        Readiness ready = awaitReady(options, portal);
        if (!portal.startsFromSavedClasses()) {
            console.step("Saving the server's classes for faster starts");
            portal.saveClasses();
        }
        console.ready(options.publicUrl(), ready.accounts(), AdministratorNote.take(options));
        return portal;
    }

    private DatabaseSettings database(Options options) {
        Optional<DatabaseSettings> external = options.database();
        console.step(external.map(database -> "Using the database at " + database.url())
                .orElse("Starting the database in " + options.data()));
        return external.orElseGet(() -> BuiltInDatabase.start(options.data().resolve("mariadb"), shutdown));
    }

    private void migrate(Options options, DatabaseSettings database) {
        shutdown.undisturbed(() -> {
            if (options.database().isEmpty()) {
                Migration.clearIfNeverFinished(database);
            }
            Migration.run(database);
        });
    }

    private Readiness awaitReady(Options options, PortalProcess portal) throws InterruptedException {
        Readiness.Probe probe = new Readiness.Probe(options);
        String said = "";
        Readiness answer = probe.ask();
        while (!answer.ready()) {
            if (!answer.message().isEmpty() && !answer.message().equals(said)) {
                said = answer.message();
                console.step(said);
            }
            portal.pause(POLL_MILLIS);
            answer = probe.ask();
        }
        return answer;
    }

    /** The folder and the port, before anything is started; everything that is wrong is told at once. */
    private void claim(Options options) {
        List<String> problems = new ArrayList<>();
        claimFolder(options.data(), problems);
        if (!isFree(options.bind(), options.port())) {
            problems.add("Port " + options.port() + " is in use by another program; choose another with --port.");
        }
        if (!problems.isEmpty()) {
            throw new Problem(problems);
        }
    }

    private void claimFolder(Path data, List<String> problems) {
        try {
            Files.createDirectories(data);
            FolderLock lock = FolderLock.tryLock(data).orElse(null);
            if (lock == null) {
                problems.add("The folder " + data + " is used by another Metodporten that is still running.");
                return;
            }
            shutdown.starting(() -> lock, held -> held::close);
            PortalProcess.endLeftBehind(runtime(data));
        } catch (IOException e) {
            problems.add("The folder " + data + " cannot be written; choose another with --data.");
        }
    }

    private static Path runtime(Path data) {
        return data.resolve("runtime");
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
