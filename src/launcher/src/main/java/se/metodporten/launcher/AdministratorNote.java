package se.metodporten.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the portal has to say about the first administrator, once it has started. */
final class AdministratorNote {

    private AdministratorNote() {}

    /** The sentence for the console; empty when there is nothing to say. The file may hold a link, so it goes. */
    static String take(Options options) throws IOException {
        Path file = options.data().resolve("first-administrator");
        if (!Files.exists(file)) {
            return "";
        }
        String[] told = Files.readString(file).split("\n", 2);
        Files.delete(file);
        return switch (told[0]) {
            case "MISSING" ->
                "Nobody can sign in as system administrator yet. Start again with"
                        + " --first-administrator 'Given Family <address@example.se>'.";
            case "MAILED" -> "The first administrator has an invitation in the mail.";
            case "CAUGHT" ->
                "No mail server is configured, so here is the invitation of the first administrator:\n\n"
                        + told[1].strip().indent(2).stripTrailing();
            case "THERE" ->
                options.firstAdministrator().isEmpty()
                        ? ""
                        : "There is a system administrator already; --first-administrator changed nothing.";
            default -> throw new IllegalStateException("Not a word that the portal says: " + told[0]);
        };
    }
}
