package se.metodporten.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import se.metodporten.db.DatabaseSettings;

/**
 * The portal with what measures it from inside ({@code bench.inside}): a copy of its WAR for the benchmarks alone, on Payara
 * Micro with Java's default flags, as in production.
 */
final class PortalWithBench implements AutoCloseable {

    private static final String INSIDE = "se/metodporten/bench/inside";

    private final Server server;

    private PortalWithBench(Server server) {
        this.server = server;
    }

    static PortalWithBench start(Path folder, DatabaseSettings database) throws IOException {
        Files.createDirectories(folder);
        int port = Server.freePort();
        List<String> command = List.of(
                Server.java(),
                "-Dmetodporten.data=" + folder,
                "-Dmetodporten.reminders.from=off",
                "-jar",
                Jars.payaraMicro().toString(),
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--contextroot",
                "/",
                "--deploy",
                war(folder.resolve("portal-with-bench.war")).toString());
        Map<String, String> secrets = Map.of(
                "METODPORTEN_DB_URL", database.url(),
                "METODPORTEN_DB_USER", database.application().user(),
                "METODPORTEN_DB_PASSWORD", database.application().password());
        return new PortalWithBench(
                Server.start(command, secrets, port, "/access/sign-in.xhtml", folder.resolve("portal.out")));
    }

    private static Path war(Path file) throws IOException {
        Files.copy(Jars.portal(), file, StandardCopyOption.REPLACE_EXISTING);
        Path classes = Jars.classes().resolve(INSIDE);
        try (FileSystem war = FileSystems.newFileSystem(file)) {
            Path inside = war.getPath("WEB-INF", "classes").resolve(INSIDE);
            Files.createDirectories(inside);
            for (Path one :
                    Folders.below(classes).stream().filter(Files::isRegularFile).toList()) {
                Files.copy(one, inside.resolve(one.getFileName().toString()));
            }
        }
        return file;
    }

    /** What the measuring inside answers. */
    JsonObject ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
