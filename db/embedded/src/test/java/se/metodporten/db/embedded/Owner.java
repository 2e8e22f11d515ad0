package se.metodporten.db.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts a database and then only lives, to be killed by a test. */
final class Owner {

    private Owner() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        EmbeddedDatabase.start(Path.of(arguments[0]));
        System.out.write('!');
        System.out.flush();
        int endOfInput = System.in.read();
        System.exit(endOfInput);
    }
}
