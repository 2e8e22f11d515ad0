package se.metodporten.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much of a portal's heap is in use: what is left after each collection, by the server's own log, with a whole collection at
 * least every second; so garbage that waits does not count, and no sampling misses a peak that lasts.
 */
final class HeapWatch {

    private static final Pattern COLLECTED = Pattern.compile("\\) \\d+M->(\\d+)M\\(");
    private static final String SERVER = "se.metodporten.launcher.server.PortalServer";
    private static final int PATIENCE_SECONDS = 60;

    private final Path log;

    HeapWatch(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.log = folder.resolve("collections.log");
        Files.deleteIfExists(log);
    }

    /** What the portal is to be started with. */
    String option() {
        return "--java-options=-XX:+UseG1GC -XX:G1PeriodicGCInterval=1000 -XX:-G1PeriodicGCInvokesConcurrent -Xlog:gc:file="
                + log;
    }

    /** The process whose memory it is. */
    static ProcessHandle server(RunningPortal portal) {
        return portal.processes().stream()
                .filter(one ->
                        Stream.of(one.info().arguments().orElse(new String[0])).anyMatch(SERVER::equals))
                .findFirst()
                .orElseThrow();
    }

    /** What is in use when nobody does anything, in MiB, after whole collections. */
    int idle(RunningPortal portal) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            Process collect = new ProcessBuilder(
                            List.of(jcmd, Long.toString(server(portal).pid()), "GC.run"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!collect.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                collect.destroyForcibly();
            }
        }
        List<Integer> all = after();
        return all.get(all.size() - 1);
    }

    /** How many collections there have been. */
    int collections() throws IOException {
        return after().size();
    }

    /** The most that a collection left since that many, in MiB. */
    int mostSince(int collections) throws IOException {
        return after().stream()
                .skip(collections)
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow(() -> new IllegalStateException("nothing was collected"));
    }

    private List<Integer> after() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(COLLECTED::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }
    }
}
