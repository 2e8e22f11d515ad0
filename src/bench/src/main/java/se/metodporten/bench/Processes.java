package se.metodporten.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What processes of this machine have used so far. */
final class Processes {

    private static final String DATABASE = "/mariadbd";
    private static final long KIBIBYTE = 1024;

    private Processes() {}

    /** A process and all that it started. */
    static List<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** The database servers that this process started. */
    static List<ProcessHandle> databases() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().command().orElse("").endsWith(DATABASE))
                .toList();
    }

    /** Processor time of the living ones. */
    static double cpuSeconds(List<ProcessHandle> processes) {
        return processes.stream()
                        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    /** Memory of the machine that a process has, and had at most since {@link #forgetPeak}; Linux only. */
    static long peakBytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The peak is counted from what the process has now. */
    static void forgetPeak(ProcessHandle process) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(process.pid()), "clear_refs"), "5");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
