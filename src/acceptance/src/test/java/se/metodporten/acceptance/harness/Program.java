package se.metodporten.acceptance.harness;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody lets a program ask with the cookies of their browser: no page is drawn, no redirect followed. */
public final class Program {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** @return empty when there is none */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        public boolean isHtml() {
            return header("content-type").startsWith("text/html");
        }
    }

    private final String cookies;

    Program(List<Cookie> cookies) {
        this.cookies =
                cookies.stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
    }

    /** @param address of the portal, encoded already */
    public Answer asks(String address) {
        return send(
                request(address).header("Accept", "text/html, application/json").GET());
    }

    /** A form, sent as a page of the portal does. */
    public Answer posts(String address, Map<String, String> fields) {
        return send(request(address)
                .header("Origin", Portal.running().address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Portal.running().url(address)))
                .timeout(PATIENCE);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
