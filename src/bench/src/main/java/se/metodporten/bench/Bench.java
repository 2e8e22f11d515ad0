package se.metodporten.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the benchmarks that are named, or all; ends with 1 when a limit was missed. See README.md. */
public final class Bench {

    /** A benchmark; writes nothing outside the folder. */
    @FunctionalInterface
    interface Measurement {
        void run(Path folder, Report report) throws Exception;
    }

    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("rules", RulesBench::measure);
        ALL.put("start", StartBench::measure);
        ALL.put("coverage", CoverageBench::measure);
        ALL.put("rebuild", RebuildBench::measure);
        ALL.put("load", LoadBench::measure);
        ALL.put("commit", CommitBench::measure);
        ALL.put("first-screen", FirstScreenBench::measure);
        ALL.put("learners", LearnersBench::measure);
        ALL.put("staff-import", StaffImportBench::measure);
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        // The player's requests go to a host that no name server knows.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        Logger.getLogger("").setLevel(Level.WARNING);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of("target", "bench").toAbsolutePath();
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--folder=")) {
                folder = Path.of(argument.substring("--folder=".length())).toAbsolutePath();
            } else if (argument.equals("--short")) {
                Size.shorten();
            } else if (ALL.containsKey(argument)) {
                names.add(argument);
            } else {
                out.println("Usage: bench [--folder=FOLDER] [--short] [" + String.join("|", ALL.keySet()) + "]...");
                System.exit(2);
            }
        }
        Report report = new Report(out);
        report.line("%s%s", Machine.description(), Size.isShort() ? "; SHORT: only to see that it works" : "");
        for (String name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
            ALL.getOrDefault(name, (nowhere, nothing) -> {}).run(folder, report);
        }
        System.exit(report.allKept() ? 0 : 1);
    }
}
