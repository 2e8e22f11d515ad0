package se.metodporten.db.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A process that starts a database and then only lives, to be killed by a test. */
final class Owner {

    private Owner() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedDatabase.start(Path.of(arguments[0]));
        try (OutputStream started = new FileOutputStream(FileDescriptor.out)) {
            started.write('!');
        }
        int endOfInput = System.in.read();
        System.exit(endOfInput);
    }
}
