package se.metodporten.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import se.metodporten.db.DatabaseProblem;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.FolderLock;

/**
 * A MariaDB server of our own on this machine's loop-back address, with its data in a folder that survives.
 *
 * <p>One living process owns the folder (a lock of the operating system); a server found running on it was left behind
 * by an owner that was killed, and is stopped before the new one starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "metodporten";

    private final FolderLock lock;
    private final ServerProcess process;
    private final DatabaseSettings settings;

    private EmbeddedDatabase(FolderLock lock, ServerProcess process, DatabaseSettings settings) {
        this.lock = lock;
        this.process = process;
        this.settings = settings;
    }

    /** Starts on a free port. */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, 0, List.of());
    }

    /**
     * Starts the server on the data in the folder, which is made if it is not there, and waits until it answers.
     *
     * @param port the port to listen on, 0 for a free one
     * @param serverOptions further options of {@code mariadbd}, as on its command line
     * @throws DatabaseProblem when it cannot start
     */
    public static EmbeddedDatabase start(Path folder, int port, List<String> serverOptions) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FolderLock lock = FolderLock.tryLock(absolute)
                    .orElseThrow(() -> new DatabaseProblem(
                            "The database in " + absolute + " is used by another process that is still running."));
            try {
                return start(absolute, port == 0 ? freePort() : port, serverOptions, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseProblem("The database in " + absolute + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static EmbeddedDatabase start(Path folder, int port, List<String> serverOptions, FolderLock lock)
            throws IOException {
        ServerProcess.stopLeftBehind(folder);
        Path home = ServerFiles.unpackBelow(folder);
        Secrets secrets = Secrets.in(folder);
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE, secrets.owner(), secrets.application());
        Secrets.writePrivately(folder.resolve("init.sql"), initialStatements(secrets));
        ServerProcess process = ServerProcess.start(folder, home, port, serverOptions);
        process.waitUntilItAnswers(settings);
        return new EmbeddedDatabase(lock, process, settings);
    }

    /** The server runs these at each start, before it lets anybody in; one statement a line. */
    private static String initialStatements(Secrets secrets) {
        String owner = "'" + secrets.owner().user() + "'@'127.0.0.1'";
        String application = "'" + secrets.application().user() + "'@'127.0.0.1'";
        return String.join(
                "\n",
                "create database if not exists " + DATABASE + " character set utf8mb4 collate utf8mb4_swedish_ci;",
                "create user if not exists " + owner + ";",
                "alter user " + owner + " identified by '" + secrets.owner().password() + "';",
                "grant all on " + DATABASE + ".* to " + owner + " with grant option;",
                "create user if not exists " + application + ";",
                "alter user " + application + " identified by '"
                        + secrets.application().password() + "';",
                "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How to reach it: the owner migrates, the application's user has no right until it is granted one. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Stops the server in order, so that the next start has nothing to recover. */
    @Override
    public void close() {
        try (lock) {
            process.stop();
        }
    }
}
