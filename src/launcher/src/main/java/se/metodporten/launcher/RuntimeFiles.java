package se.metodporten.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro and the portal, unpacked from this jar once for each build of theirs. A server that runs from plain
 * files can share its classes between starts, which more than halves the time a start takes.
 *
 * @param payara Payara Micro's root folder
 * @param portal the portal's WAR
 */
record RuntimeFiles(Path payara, Path portal) {

    private static final String PAYARA = "payara/";
    private static final String PORTAL = "portal/ROOT.war";

    /** Written anew by each build although its content is the same. */
    private static final String LAUNCHER = PAYARA + "launch-micro.jar";

    /** Where the server's own jars are; all other folders are its state, which must not survive a restart. */
    private static final Path JARS = Path.of("runtime");

    static RuntimeFiles unpackBelow(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (JarFile jar = new JarFile(thisJar().toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(PAYARA) && !entry.isDirectory())
                    .toList();
            JarEntry war = jar.getJarEntry(PORTAL);
            RuntimeFiles files = new RuntimeFiles(
                    folder.resolve("payara-" + fingerprint(entries)),
                    folder.resolve("portal-" + Long.toHexString(war.getCrc()) + ".war"));
            deleteAllBut(Set.of(files.payara, files.portal), folder);
            if (Files.isDirectory(files.payara)) {
                restore(jar, entries, files.payara);
            } else {
                Path unfinished = folder.resolve("payara-unfinished");
                unpack(jar, entries, unfinished);
                Files.move(unfinished, files.payara, StandardCopyOption.ATOMIC_MOVE);
            }
            if (!Files.exists(files.portal)) {
                Path unfinished = folder.resolve("portal-unfinished");
                copy(jar, war, unfinished);
                Files.move(unfinished, files.portal, StandardCopyOption.ATOMIC_MOVE);
            }
            return files;
        }
    }

    static Path thisJar() {
        try {
            return Path.of(RuntimeFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(List<JarEntry> entries) {
        CRC32 sum = new CRC32();
        for (JarEntry entry : entries) {
            if (!entry.getName().equals(LAUNCHER)) {
                sum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** A root folder remembers what was deployed, and would deploy it twice. */
    private static void restore(JarFile jar, List<JarEntry> entries, Path payara) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(payara, Files::isDirectory)) {
            for (Path child : children) {
                if (!child.endsWith(JARS)) {
                    delete(child);
                }
            }
        }
        List<JarEntry> state = entries.stream()
                .filter(entry -> entry.getName().indexOf('/', PAYARA.length()) > 0)
                .filter(entry -> !entry.getName().startsWith(PAYARA + JARS + "/"))
                .toList();
        unpack(jar, state, payara);
    }

    private static void unpack(JarFile jar, List<JarEntry> entries, Path target) throws IOException {
        for (JarEntry entry : entries) {
            copy(jar, entry, target.resolve(entry.getName().substring(PAYARA.length())));
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteAllBut(Set<Path> kept, Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!kept.contains(child)) {
                    delete(child);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
