package se.metodporten.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * What the portal says about itself at {@code /health/ready}.
 *
 * @param ready it takes requests and its data is in place
 * @param message what it is doing until then, in Swedish; may be empty
 * @param accounts who can sign in to the demo, empty without one
 */
record Readiness(boolean ready, String message, List<Account> accounts) {

    private static final Readiness NOT_YET = new Readiness(false, "", List.of());

    /** A demo account: what kind of user, and how to sign in. */
    record Account(String who, String username, String password) {}

    static Readiness of(int status, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject answer = reader.readObject();
            List<Account> accounts = answer.containsKey("accounts")
                    ? answer.getJsonArray("accounts").getValuesAs(Readiness::account)
                    : List.of();
            return new Readiness(status == 200, answer.getString("message", ""), accounts);
        } catch (JsonException notYetThePortal) {
            return NOT_YET;
        }
    }

    private static Account account(JsonValue value) {
        JsonObject account = value.asJsonObject();
        return new Account(account.getString("who"), account.getString("username"), account.getString("password", ""));
    }

    /** Asks a portal on this machine. */
    static final class Probe {

        static {
            // The portal answers to its public name only, wherever it really listens.
            System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        }

        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        private final HttpRequest request;

        Probe(Options options) {
            InetAddress listening =
                    options.bind().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : options.bind();
            this.request = HttpRequest.newBuilder(uri(listening, options.port()))
                    .header("Host", options.publicUrl().getRawAuthority())
                    .timeout(Duration.ofSeconds(10))
                    .build();
        }

        private static URI uri(InetAddress address, int port) {
            String host =
                    address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
            return URI.create("http://" + host + ":" + port + "/health/ready");
        }

        /** The answer; not ready while nobody answers. */
        Readiness ask() throws InterruptedException {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                return of(answer.statusCode(), answer.body());
            } catch (IOException notYet) {
                return NOT_YET;
            }
        }
    }
}
