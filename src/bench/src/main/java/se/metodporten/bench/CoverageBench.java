package se.metodporten.bench;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Coverage by district of a county with 100,000 appointments, through the service that the page and the API ask, against the
 * statements it sends over JDBC alone, in the same process. They take turns, and turns at being first.
 */
final class CoverageBench {

    private static final BigCounty COUNTY = new BigCounty(5_000, 100_000, "method-supervisor");
    private static final int WARM_UP = 5;
    private static final int TURNS = 15;
    private static final double MORE_MILLIS = 50;

    private CoverageBench() {}

    static void measure(Path folder, Report report) throws Exception {
        report.title(String.format(
                java.util.Locale.ROOT,
                "Coverage by district: %,d appointments in %,d units",
                COUNTY.appointments(),
                COUNTY.units()));
        Path own = folder.resolve("county");
        try (BenchDatabase database =
                        BenchDatabase.filled(own, COUNTY.appointments() + "-appointments", COUNTY.withStandings());
                PortalWithBench portal = PortalWithBench.start(own.resolve("portal"), database.settings())) {
            List<Double> service = new ArrayList<>();
            List<Double> sql = new ArrayList<>();
            for (int turn = -WARM_UP; turn < TURNS; turn++) {
                JsonObject measured = portal.ask("/bench/coverage?first=" + (turn % 2 == 0 ? "sql" : "service"));
                if (turn >= 0) {
                    service.add(measured.getJsonNumber("serviceMillis").doubleValue());
                    sql.add(measured.getJsonNumber("sqlMillis").doubleValue());
                }
                if (turn == 0) {
                    report.line(
                            "%,d places in need, %,d covered; %d statements",
                            measured.getInt("inNeed"), measured.getInt("covered"), measured.getInt("statements"));
                }
            }
            double more = Median.of(service) - Median.of(sql);
            report.line("service %s ms", whole(service));
            report.line("its own SQL over JDBC %s ms", whole(sql));
            report.limit(
                    more <= MORE_MILLIS,
                    "%.0f ms through the service, %.0f ms its own SQL: %+.0f ms (at most %+.0f), %.2f times",
                    Median.of(service),
                    Median.of(sql),
                    more,
                    MORE_MILLIS,
                    Median.of(service) / Median.of(sql));
        }
    }

    private static List<Long> whole(List<Double> measured) {
        return measured.stream().map(Math::round).toList();
    }
}
