package se.metodporten.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, as far as a launched portal needs to be seen from outside: cookies, pages, forms. */
final class Browser {

    private static final Pattern HIDDEN = Pattern.compile(
            "<input[^>]*name=\"(jakarta\\.faces\\.ViewState|primefaces\\.nonce)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern HIDDEN_NONCE = Pattern.compile("name=\"(primefaces\\.nonce)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String origin;
    private final Duration patience;

    Browser(Started portal, Duration patience) {
        this.origin = "http://localhost:" + portal.port();
        this.patience = patience;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    /** Fills in the form that a page showed, and sends it. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("form", "form");
        for (Pattern hidden : new Pattern[] {HIDDEN, HIDDEN_NONCE}) {
            Matcher field = hidden.matcher(page.body());
            while (field.find()) {
                all.putIfAbsent(field.group(1), field.group(2));
            }
        }
        String path = page.uri().getRawPath();
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    HttpResponse<String> signIn(String username, String password) throws IOException, InterruptedException {
        return submit(
                open("/access/sign-in.xhtml"),
                Map.of("form:username", username, "form:password", password, "form:signIn", "x"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
