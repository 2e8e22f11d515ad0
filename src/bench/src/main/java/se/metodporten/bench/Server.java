package se.metodporten.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on this machine's loop-back address; timed from its command to its first answer. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final int STOP_SECONDS = 90;

    private final Process process;
    private final int port;
    private final double secondsToStart;

    private Server(Process process, int port, double secondsToStart) {
        this.process = process;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /**
     * Starts it and waits for the answer 200.
     *
     * @param path that is asked for
     * @param output file for what it prints
     */
    static Server start(List<String> command, Map<String, String> environment, int port, String path, Path output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers(client, request)) {
                if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)
                        || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    end(process);
                    throw new IllegalStateException(command + " did not start: " + Files.readString(output));
                }
            }
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Server(process, port, (System.nanoTime() - begun) / 1e9);
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** It and what it started. */
    List<ProcessHandle> processes() {
        return Processes.tree(process.toHandle());
    }

    int port() {
        return port;
    }

    double secondsToStart() {
        return secondsToStart;
    }

    /** Ends it and what it started at once; nothing is said to them. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
