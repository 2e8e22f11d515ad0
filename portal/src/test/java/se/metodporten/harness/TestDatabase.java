package se.metodporten.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.Migration;
import se.metodporten.db.embedded.EmbeddedDatabase;

/** Starts an empty, migrated MariaDB before the container, and stops it after the last test. Runs in the test JVM. */
public class TestDatabase implements LauncherSessionListener {

    private static final String WANTED = "metodporten.it";
    private static final String FOLDER = "metodporten.it.database";

    /** What a power cut would take is of no use to anybody here. */
    private static final List<String> FORGETFUL = List.of("--innodb-flush-log-at-trx-commit=0");

    private EmbeddedDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean(WANTED)) {
            return;
        }
        Path folder = Path.of(System.getProperty(FOLDER));
        delete(folder);
        database = EmbeddedDatabase.start(folder, 0, FORGETFUL);
        DatabaseSettings settings = database.settings();
        Migration.run(settings);
        System.setProperty("it.db.url", settings.url());
        System.setProperty("it.db.user", settings.application().user());
        System.setProperty("it.db.password", settings.application().password());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("The last run's database in " + folder + " cannot be removed", failed);
        }
    }
}
