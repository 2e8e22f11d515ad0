package se.metodporten.launcher;

import java.nio.file.Path;
import java.util.List;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.embedded.EmbeddedDatabase;

/** The database inside the jar; the jar for production has none. */
final class BuiltInDatabase {

    private BuiltInDatabase() {}

    static boolean isHere() {
        return BuiltInDatabase.class.getResource("/se/metodporten/db/embedded/EmbeddedDatabase.class") != null;
    }

    static DatabaseSettings start(Path folder, Shutdown shutdown) {
        return shutdown.starting(() -> EmbeddedDatabase.start(folder, 0, List.of()), database -> database::close)
                .settings();
    }
}
