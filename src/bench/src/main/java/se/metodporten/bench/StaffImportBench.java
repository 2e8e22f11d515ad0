package se.metodporten.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The largest file of staff that the portal takes, read as a dry run: what it holds in memory meanwhile. */
final class StaffImportBench {

    private static final int MOST_MEBIBYTES = 256;
    private static final long MEBIBYTE = 1L << 20;
    private static final String PAGE = "/directory/import.xhtml";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Pattern FIGURE = Pattern.compile("<strong>([\\d\\s\u00a0]+)</strong>");

    private StaffImportBench() {}

    static void measure(Path folder, Report report) throws Exception {
        int mebibytes = Size.of(63, 4);
        report.title("Staff import: a file of " + mebibytes + " MiB, as a dry run");
        Path own = folder.resolve("staff");
        HeapWatch heap = new HeapWatch(own);
        try (BenchDatabase database = BenchDatabase.withDemo(own);
                RunningPortal portal = RunningPortal.start(
                        Jars.production(), own.resolve("portal"), database.settings(), heap.option())) {
            Path file = own.resolve("personal.csv");
            int rows = write(file, units(database), mebibytes * MEBIBYTE);
            Browser browser =
                    new Browser(portal.port()).signedIn(portal.demoAccount("Systemförvaltare"), portal.demoPassword());
            int idle = heap.idle(portal);
            int collections = heap.collections();
            ProcessHandle server = HeapWatch.server(portal);
            long resident = Processes.peakBytes(server);
            long begun = System.nanoTime();
            Browser.Answer sent = browser.submitFile(
                    PAGE, browser.get(PAGE), "form", Map.of("form:kind", "STAFF", "form:send", "x"), "form:file", file);
            if (!sent.redirects()) {
                throw new IllegalStateException("The file was not taken: " + sent.problem());
            }
            String page = whenRead(browser, sent.location());
            double seconds = (System.nanoTime() - begun) / 1e9;
            int most = heap.mostSince(collections);
            report.line(
                    "%,d rows, %,d bytes in %.0f s, %,.0f rows a second; the report says %s; %d MiB of the machine's memory more than before",
                    rows,
                    Files.size(file),
                    seconds,
                    rows / seconds,
                    figures(page),
                    (Processes.peakBytes(server) - resident) / MEBIBYTE);
            report.limit(
                    most - idle <= MOST_MEBIBYTES,
                    "%d MiB in use at most, %d more than the idle portal's %d (at most %d)",
                    most,
                    most - idle,
                    idle,
                    MOST_MEBIBYTES);
            Files.delete(file);
        }
    }

    private static List<String> units(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select code from place where kind = 'UNIT' and code like 'SE%' order by id limit 200")) {
            List<String> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        }
    }

    /** @return how many people are in it */
    private static int write(Path file, List<String> units, long bytes) throws IOException {
        int rows = 0;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected\r\n");
            while (written < bytes) {
                String row = String.format(
                        Locale.ROOT,
                        "SE2321000164-B%07X;Förnamn %d;Efternamn %d;person.%d@bench.example;%s;Sjuksköterska;2024-01-01;;\r\n",
                        rows,
                        rows % 5_000,
                        rows,
                        rows,
                        units.get(rows % units.size()));
                out.write(row);
                // three letters of two bytes each
                written += row.length() + 3;
                rows++;
            }
        }
        return rows;
    }

    private static String whenRead(Browser browser, String location) throws IOException, InterruptedException {
        String path = location.replaceFirst("^https?://[^/]*", "");
        long until = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (System.nanoTime() < until) {
            String page = browser.get(path).body();
            if (!page.contains("<progress")) {
                return page;
            }
            never.await(1, TimeUnit.SECONDS);
        }
        throw new IllegalStateException("The file was not read within " + PATIENCE);
    }

    private static List<String> figures(String page) {
        List<String> figures = new ArrayList<>();
        Matcher each = FIGURE.matcher(page);
        while (each.find()) {
            figures.add(each.group(1).replaceAll("[\\s\u00a0]", ""));
        }
        return figures;
    }
}
