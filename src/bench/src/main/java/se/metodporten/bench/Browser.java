package se.metodporten.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's session: cookies, pages, and forms sent back as they were shown, with what was filled in. */
final class Browser {

    /** What came back. */
    record Answer(int status, String location, String body) {

        boolean redirects() {
            return status == 302;
        }

        /** What the page says is wrong, or all of it. */
        String problem() {
            Matcher alert = ALERT.matcher(body);
            String said = alert.find() ? alert.group().replaceAll("(?s)<[^>]*>", " ") : body;
            return status + " " + said.replaceAll("\\s+", " ").strip();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern HIDDEN = Pattern.compile("<input([^>]*type=\"hidden\"[^>]*)>");
    private static final Pattern ALERT = Pattern.compile("(?s)role=\"alert\".*?</ul>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    Browser(int port) {
        this.address = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(PATIENCE)
                .build();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Sec-Fetch-Site", "none").GET());
    }

    /** Sends a form of a page that was shown. */
    Answer submit(String page, Answer shown, String form, Map<String, String> filled)
            throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(hidden(shown.body(), form));
        values.putAll(filled);
        String body = values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(page.split("\\?", 2)[0])
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file, which is read while it is sent. @param field of the file */
    Answer submitFile(String page, Answer shown, String form, Map<String, String> filled, String field, Path file)
            throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(hidden(shown.body(), form));
        values.putAll(filled);
        String boundary = "bench-boundary-7d1f";
        StringBuilder head = new StringBuilder();
        values.forEach((name, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(file.getFileName())
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(request(page.split("\\?", 2)[0])
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", address)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString()),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /** @throws IllegalStateException when the portal does not let them in */
    Browser signedIn(String username, String password) throws IOException, InterruptedException {
        String page = "/access/sign-in.xhtml";
        Answer answer = submit(
                page,
                get(page),
                "form",
                Map.of("form:username", username, "form:password", password, "form:signIn", "x"));
        if (!answer.redirects()) {
            throw new IllegalStateException(username + " is not let in: " + answer);
        }
        return this;
    }

    /** The session, as a header says it. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A message of the course player, to the origin of a course version. */
    Answer play(String host, String path, String secret, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Host", host)
                .header("Origin", "http://" + host)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(secret.isEmpty() ? request : request.header("X-Commit-Secret", secret));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    private static Map<String, String> hidden(String html, String form) {
        int begin = html.indexOf("<form id=\"" + form + "\"");
        if (begin < 0) {
            throw new IllegalStateException("No form " + form + " in " + html);
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put(form, form);
        Matcher inputs = HIDDEN.matcher(html.substring(begin, html.indexOf("</form>", begin)));
        while (inputs.find()) {
            Matcher name = NAME.matcher(inputs.group(1));
            Matcher value = VALUE.matcher(inputs.group(1));
            if (name.find()) {
                values.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return values;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
