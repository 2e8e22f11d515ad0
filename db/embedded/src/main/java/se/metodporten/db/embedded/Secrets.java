package se.metodporten.db.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import se.metodporten.db.DatabaseProblem;
import se.metodporten.db.DatabaseSettings.Login;

/** The two users of an embedded server: random passwords, readable by the owner of the data folder alone. */
record Secrets(Login owner, Login application) {

    private static final String OWNER = "metodporten_owner";
    private static final String APPLICATION = "metodporten";

    static Secrets in(Path folder) throws IOException {
        Path file = folder.resolve("users.properties");
        if (!Files.exists(file)) {
            Properties made = new Properties();
            made.setProperty(OWNER, random());
            made.setProperty(APPLICATION, random());
            StringWriter text = new StringWriter();
            made.store(text, "The users of the database in this folder");
            writePrivately(file, text.toString());
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        return new Secrets(login(read, OWNER, file), login(read, APPLICATION, file));
    }

    /** Readable by the owner alone from its first moment, and never seen half-written. */
    static void writePrivately(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Login login(Properties from, String user, Path file) {
        String password = from.getProperty(user);
        if (password == null) {
            throw new DatabaseProblem("The file " + file + " lacks the password of " + user + ".");
        }
        return new Login(user, password);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
