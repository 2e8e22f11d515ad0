package se.metodporten.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.metodporten.db.DatabaseSettings;

/**
 * From the command to the first answer that says ready: the portal with the demo county there, started as in production,
 * against bare Payara Micro with an empty WAR. They take turns, so that a busy machine moves both.
 */
final class StartBench {

    private static final int TURNS = 5;
    private static final double TIMES_THE_BASELINE = 2.5;

    private StartBench() {}

    static void measure(Path folder, Report report) throws IOException {
        report.title("Start: the portal with its data there, against bare Payara Micro");
        try (BenchDatabase database = BenchDatabase.withDemo(folder.resolve("demo"))) {
            Path data = folder.resolve("demo").resolve("portal");
            Path emptyWar = BarePayara.war(folder.resolve("empty.war"), Map.of());
            List<Double> portal = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            // Turn 0 unpacks, saves the classes and fills the machine's caches.
            for (int turn = 0; turn <= TURNS; turn++) {
                double ours = portal(data, database.settings());
                double theirs = bare(emptyWar);
                if (turn > 0) {
                    portal.add(ours);
                    bare.add(theirs);
                }
            }
            double times = Median.of(portal) / Median.of(bare);
            report.line("portal %s s", seconds(portal));
            report.line("bare Payara Micro, empty WAR %s s", seconds(bare));
            report.limit(
                    times <= TIMES_THE_BASELINE,
                    "%.2f s, %.2f times the baseline's %.2f s (at most %.1f)",
                    Median.of(portal),
                    times,
                    Median.of(bare),
                    TIMES_THE_BASELINE);
        }
    }

    private static double portal(Path data, DatabaseSettings database) throws IOException {
        try (RunningPortal portal = RunningPortal.start(Jars.production(), data, database)) {
            return portal.secondsToStart();
        }
    }

    private static double bare(Path war) throws IOException {
        try (Server bare = BarePayara.start(war)) {
            return bare.secondsToStart();
        }
    }

    private static List<String> seconds(List<Double> measured) {
        return measured.stream()
                .map(one -> String.format(java.util.Locale.ROOT, "%.2f", one))
                .toList();
    }
}
