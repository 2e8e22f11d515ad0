package se.metodporten.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the click to the first screen of a course, warm: the launch, the player's page and its files, the exchange of the ticket,
 * the content's first page and its files, one after the other; against the same files from a server that does nothing else.
 */
final class FirstScreenBench {

    private static final double TIMES_THE_BASELINE = 1.5;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final Pattern FILE = Pattern.compile(
            "(?:src|href)=\"([^\"#?:]+\\.(?:css|js|mjs|png|svg|jpg|jpeg|gif|webp|woff2|mp4|vtt|json))\"");

    /** One opening. @param millis by step, in order @param files what came, by address, in order */
    private record Opening(Map<String, Double> millis, Map<String, byte[]> files) {
        double total() {
            return millis.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private FirstScreenBench() {}

    static void measure(Path folder, Report report) throws Exception {
        report.title(
                "First screen: from the click to the course's first page, against the same files from a static server");
        Path own = folder.resolve("player");
        try (BenchDatabase database = BenchDatabase.withDemo(own);
                RunningPortal portal =
                        RunningPortal.start(Jars.production(), own.resolve("portal"), database.settings())) {
            String cookies = new Browser(portal.port())
                    .signedIn(portal.demoAccount("Sjuksköterska"), portal.demoPassword())
                    .cookies();
            Opening first = open(portal, cookies);
            Map<String, byte[]> files = asWar(first);
            try (Server bare = BarePayara.start(BarePayara.war(own.resolve("static.war"), files))) {
                takeTurns(portal, cookies, bare, files, report);
            }
            ranges(portal, cookies, report);
        }
    }

    private static void takeTurns(
            RunningPortal portal, String cookies, Server bare, Map<String, byte[]> files, Report report)
            throws IOException {
        int warmUp = Size.of(150, 5);
        int turns = Size.of(60, 5);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        Map<String, List<Double>> steps = new LinkedHashMap<>();
        for (int turn = -warmUp; turn < turns; turn++) {
            Opening opening = open(portal, cookies);
            double plain = fetch(bare, files);
            if (turn >= 0) {
                ours.add(opening.total());
                theirs.add(plain);
                opening.millis()
                        .forEach((step, millis) -> steps.computeIfAbsent(step, nothing -> new ArrayList<>())
                                .add(millis));
            }
        }
        report.line(
                "%d files, %,d bytes",
                files.size(),
                files.values().stream().mapToInt(file -> file.length).sum());
        steps.forEach((step, millis) -> report.line("        %-22s %.2f ms", step, Median.of(millis)));
        double times = Median.of(ours) / Median.of(theirs);
        report.limit(
                times <= TIMES_THE_BASELINE,
                "%.1f ms from the click, %.2f times the static server's %.1f ms (at most %.1f)",
                Median.of(ours),
                times,
                Median.of(theirs),
                TIMES_THE_BASELINE);
    }

    private static Opening open(RunningPortal portal, String cookies) throws IOException {
        Map<String, Double> millis = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        String localhost = "localhost:" + portal.port();
        try (PlayerLine line = new PlayerLine(portal.port(), localhost)) {
            long begun = System.nanoTime();
            PlayerLine.Reply click = line.get("/elearning/launch?code=" + Learners.COURSE, "Cookie: " + cookies);
            begun = step(millis, "launch", begun);
            URI player = URI.create(click.header("location"));
            try (PlayerLine course = new PlayerLine(portal.port(), player.getAuthority())) {
                String page = text(course, "/play/", files);
                begun = step(millis, "player's page", begun);
                for (String file : filesOf(page)) {
                    text(course, "/play/" + file, files);
                }
                begun = step(millis, "player's files", begun);
                OpenPlayer open = OpenPlayer.open(course, player.getFragment());
                begun = step(millis, "ticket", begun);
                String content = open.content().replaceFirst("[?].*", "");
                String first = text(course, content, files);
                begun = step(millis, "content's page", begun);
                String folder = content.substring(0, content.lastIndexOf('/') + 1);
                for (String file : filesOf(first)) {
                    text(course, URI.create(folder).resolve(file).toString(), files);
                }
                step(millis, "content's files", begun);
            }
        }
        return new Opening(millis, files);
    }

    private static long step(Map<String, Double> millis, String name, long begun) {
        long now = System.nanoTime();
        millis.put(name, (now - begun) / 1e6);
        return now;
    }

    private static String text(PlayerLine line, String path, Map<String, byte[]> files) throws IOException {
        PlayerLine.Reply reply = line.get(path);
        if (reply.status() != 200) {
            throw new IllegalStateException(path + ": " + reply.status());
        }
        files.put(path, reply.bytes());
        return reply.body();
    }

    private static List<String> filesOf(String page) {
        List<String> files = new ArrayList<>();
        Matcher each = FILE.matcher(page);
        while (each.find()) {
            if (!files.contains(each.group(1))) {
                files.add(each.group(1));
            }
        }
        return files;
    }

    /** The same bytes under names of their own, in the same order, with the same endings. */
    private static Map<String, byte[]> asWar(Opening opening) {
        Map<String, byte[]> files = new TreeMap<>();
        int number = 100;
        for (Map.Entry<String, byte[]> one : opening.files().entrySet()) {
            number++;
            String name = one.getKey();
            String ending = name.endsWith("/") ? ".html" : name.substring(name.lastIndexOf('.'));
            files.put("static/" + number + ending, one.getValue());
        }
        return files;
    }

    private static double fetch(Server bare, Map<String, byte[]> files) throws IOException {
        try (PlayerLine line = new PlayerLine(bare.port(), "localhost:" + bare.port())) {
            long begun = System.nanoTime();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                PlayerLine.Reply reply = line.get("/" + file.getKey());
                if (reply.status() != 200 || reply.bytes().length != file.getValue().length) {
                    throw new IllegalStateException(file.getKey() + ": " + reply.status());
                }
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    /** A film is asked for a piece at a time; the first page stands for it. */
    private static void ranges(RunningPortal portal, String cookies, Report report) throws IOException {
        String localhost = "localhost:" + portal.port();
        try (PlayerLine line = new PlayerLine(portal.port(), localhost)) {
            URI player = URI.create(line.get("/elearning/launch?code=" + Learners.COURSE, "Cookie: " + cookies)
                    .header("location"));
            try (PlayerLine course = new PlayerLine(portal.port(), player.getAuthority())) {
                String path =
                        OpenPlayer.open(course, player.getFragment()).content().replaceFirst("[?].*", "");
                byte[] whole = course.get(path).bytes();
                PlayerLine.Reply middle = course.get(path, "Range: bytes=10-29");
                PlayerLine.Reply end = course.get(path, "Range: bytes=-7");
                PlayerLine.Reply none = course.get(path, "Range: bytes=" + whole.length + "-");
                boolean right = middle.status() == PARTIAL
                        && middle.header("content-range")
                                .equals(String.format(Locale.ROOT, "bytes 10-29/%d", whole.length))
                        && Arrays.equals(middle.bytes(), Arrays.copyOfRange(whole, 10, 30))
                        && end.status() == PARTIAL
                        && Arrays.equals(end.bytes(), Arrays.copyOfRange(whole, whole.length - 7, whole.length))
                        && none.status() == NOT_SATISFIABLE;
                report.limit(
                        right,
                        "Range: %d for a piece, %d for the last bytes, %d beyond the end",
                        middle.status(),
                        end.status(),
                        none.status());
            }
        }
    }
}
