package se.metodporten.bench;

import jakarta.json.JsonObject;
import java.nio.file.Path;

/**
 * All standings of 100,000 appointments with 20 facts each, from nothing, against reading the same facts and writing the same
 * periods over JDBC alone, in the same process; once each, since it takes minutes. Then a rebuild must find no difference.
 */
final class RebuildBench {

    private static final BigCounty COUNTY = new BigCounty(5_000, 100_000, "instructor");
    private static final double TIMES_THE_BASELINE = 3;
    private static final String EMPTY = "truncate table standing_period";

    private RebuildBench() {}

    static void measure(Path folder, Report report) throws Exception {
        report.title("Rebuild: 100,000 appointments with 20 facts each");
        Path own = folder.resolve("histories");
        try (BenchDatabase database =
                        BenchDatabase.filled(own, COUNTY.appointments() + "-histories", COUNTY.withFacts());
                PortalWithBench portal = PortalWithBench.start(own.resolve("portal"), database.settings())) {
            database.execute(EMPTY);
            JsonObject rebuild = step(portal, "rebuild");
            JsonObject read = step(portal, "read");
            database.execute(EMPTY);
            JsonObject write = step(portal, "write");
            report.line(
                    "%,d appointments; reading %,d facts %.1f s, writing %,d periods %.1f s",
                    rebuild.getInt("filled"),
                    read.getInt("facts"),
                    seconds(read),
                    write.getInt("periods"),
                    seconds(write));
            double baseline = seconds(read) + seconds(write);
            report.limit(
                    seconds(rebuild) <= TIMES_THE_BASELINE * baseline,
                    "%.1f s, %.2f times the baseline's %.1f s (at most %.0f)",
                    seconds(rebuild),
                    seconds(rebuild) / baseline,
                    baseline,
                    TIMES_THE_BASELINE);
            JsonObject again = step(portal, "rebuild");
            report.limit(
                    again.getInt("differing") == 0 && again.getInt("filled") == 0,
                    "%d differences when all is computed again, in %.1f s",
                    again.getInt("differing") + again.getInt("filled"),
                    seconds(again));
        }
    }

    private static JsonObject step(PortalWithBench portal, String step) throws Exception {
        return portal.ask("/bench/rebuild?step=" + step);
    }

    private static double seconds(JsonObject measured) {
        return measured.getJsonNumber("seconds").doubleValue();
    }
}
