package se.metodporten.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.metodporten.db.DatabaseSettings;

/** The portal as it is shipped for production, in a process of its own, on this machine's loop-back address. */
final class RunningPortal implements AutoCloseable {

    private final Server server;

    private RunningPortal(Server server) {
        this.server = server;
    }

    /** Starts the jar and waits until people may come. */
    static RunningPortal start(Path jar, Path data, DatabaseSettings database, String... options) throws IOException {
        return startOn(Server.freePort(), jar, data, database, options);
    }

    /** The same on a port that is known, as after a restart. */
    static RunningPortal startOn(int port, Path jar, Path data, DatabaseSettings database, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Server.java(),
                "-jar",
                jar.toString(),
                "--data=" + data,
                "--port=" + port,
                "--database-url=" + database.url()));
        command.addAll(List.of(options));
        Map<String, String> secrets = Map.of(
                "METODPORTEN_DATABASE_USER", database.application().user(),
                "METODPORTEN_DATABASE_PASSWORD", database.application().password(),
                "METODPORTEN_DATABASE_OWNER_USER", database.owner().user(),
                "METODPORTEN_DATABASE_OWNER_PASSWORD", database.owner().password());
        Files.createDirectories(data);
        return new RunningPortal(Server.start(command, secrets, port, "/health/ready", data.resolve("launcher.out")));
    }

    int port() {
        return server.port();
    }

    /** The launcher and the server that it started. */
    List<ProcessHandle> processes() {
        return server.processes();
    }

    /** From the command to the first answer that says ready. */
    double secondsToStart() {
        return server.secondsToStart();
    }

    /** The demo accounts, user name by kind of user; all have {@link #demoPassword()}. */
    Map<String, String> demoAccounts() {
        Map<String, String> accounts = new TreeMap<>();
        readiness()
                .getJsonArray("accounts")
                .getValuesAs(JsonObject.class)
                .forEach(account -> accounts.put(account.getString("who"), account.getString("username")));
        return accounts;
    }

    /** The user name of that kind of user. */
    String demoAccount(String who) {
        return Objects.requireNonNull(demoAccounts().get(who), who);
    }

    String demoPassword() {
        return readiness().getJsonArray("accounts").getJsonObject(0).getString("password");
    }

    private JsonObject readiness() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/health/ready"))
                .build();
        try (JsonReader reader = Json.createReader(new StringReader(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body()))) {
            return reader.readObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends it at once, with its server, as a power cut would. */
    void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
