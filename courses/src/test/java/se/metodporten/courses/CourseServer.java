package se.metodporten.courses;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves a package, and a small learning system around it, under the strictest content policy the course must bear. */
final class CourseServer implements AutoCloseable {

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'self'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "xml", "text/xml; charset=utf-8");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CoursePackage course;

    CourseServer(CoursePackage course) {
        this.course = course;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The course inside a learning system. */
    String inLms() {
        return address() + (course.speaks2004() ? "/lms2004.html" : "/lms.html");
    }

    /** The course alone, with no API to be found. */
    String alone() {
        return address() + "/course/index.html";
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] body = content(path);
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders()
                    .set("Content-Type", TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain"));
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte @Nullable [] content(String path) throws IOException {
        if (path.startsWith("course/")) {
            return course.files().get(path.substring("course/".length()));
        }
        if (path.equals("favicon.ico")) {
            return new byte[0];
        }
        if (path.startsWith("scorm-again")) {
            String standard = path.contains("2004") ? "2004" : "12";
            return Files.readAllBytes(
                    Path.of(Objects.requireNonNull(System.getProperty("scormAgain")), "scorm" + standard + ".min.js"));
        }
        try (InputStream file = CourseServer.class.getResourceAsStream("/lms/" + path)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
