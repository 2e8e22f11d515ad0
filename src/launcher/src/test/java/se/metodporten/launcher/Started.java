package se.metodporten.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One of the built jars, run for real in a process of its own. */
final class Started {

    private static final long START_SECONDS = 600;
    private static final long END_SECONDS = 180;
    private static final List<Started> ALL = new ArrayList<>();

    private final Process process;
    private final Path output;
    private final int port;

    private Started(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static Started trial(Path data, int port, String... arguments) throws IOException {
        return start("launcher.trial", data, port, arguments);
    }

    static Started production(Path data, int port, String... arguments) throws IOException {
        return start("launcher.production", data, port, arguments);
    }

    private static Started start(String jar, Path data, int port, String... arguments) throws IOException {
        Path output = Files.createTempFile(Path.of("target"), "launcher", ".out");
        // A session of its own, so that Ctrl-C can be tried on the whole of it; and deaf to it is whoever is started
        // from a script's background job, unless told otherwise.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty(jar),
                "--data=" + data,
                "--port=" + port));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Started started = new Started(process, output, port);
        ALL.add(started);
        return started;
    }

    /** Ends what a test that failed has left running. */
    static void endAll() throws Exception {
        for (Started started : ALL) {
            started.terminate();
            started.awaitEnd();
        }
        ALL.clear();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Started awaitReady() throws Exception {
        await(() -> said().contains("\nReady: ") || !process.isAlive(), START_SECONDS);
        if (!said().contains("\nReady: ")) {
            throw new AssertionError("It did not start:\n" + said());
        }
        return this;
    }

    /** Waits for its end and gives back the exit code. */
    int awaitEnd() throws Exception {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end:\n" + said());
        }
        return process.exitValue();
    }

    /** As the kernel or an impatient administrator does it: nobody is asked. */
    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    void terminate() {
        process.destroy();
    }

    /** Ctrl-C reaches every process at the console. */
    void ctrlC() throws Exception {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int readiness() throws Exception {
        return get("/health/ready").statusCode();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    int port() {
        return port;
    }

    /** Polls what cannot be waited for in any other way: another process. */
    static void await(BooleanSupplier condition, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + seconds + " seconds");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
