package se.metodporten.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.metodporten.db.DatabaseSettings;

/**
 * The configuration, checked.
 *
 * @param firstAdministrator {@code Given Family <address>}, only without the demo
 * @param database an external database, or empty for the built-in one
 * @param mail the way out for mail, or empty to catch it
 * @param remindersFrom HH:MM by the county's clock, or {@code off}
 * @param courseLimit the largest course package, in MiB
 */
record Options(
        Path data,
        InetAddress bind,
        int port,
        URI publicUrl,
        String contentHost,
        boolean demo,
        Optional<String> firstAdministrator,
        Optional<DatabaseSettings> database,
        Optional<Mail> mail,
        String remindersFrom,
        int courseLimit,
        List<String> javaOptions) {

    /** An SMTP server and the sender's address; user and password are empty where it asks for none. */
    record Mail(String host, int port, String user, String password, String from) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
