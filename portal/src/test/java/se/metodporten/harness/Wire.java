package se.metodporten.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks HTTP to the portal over a plain socket, so that a test can say what no browser would. Keeps cookies. */
public final class Wire {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("name=\"primefaces\\.nonce\" value=\"([^\"]*)\"");
    private static final int PATIENCE_MILLIS = 30_000;

    /** The status when the connection was closed without one. */
    public static final int NO_ANSWER = 0;

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            return values.isEmpty() ? null : values.get(0);
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Wire(int port) {
        this.port = port;
    }

    public String host() {
        return "localhost:" + port;
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    /** A page, as a browser asks for it. */
    public Answer get(String path) {
        return send("GET", path, "", "Host: " + host());
    }

    /** A form of a page, as a browser sends it. */
    public Answer post(String page, Map<String, String> values) {
        String path = page.split("\\?", 2)[0];
        Map<String, String> all = new LinkedHashMap<>(values);
        String shown = get(page).body();
        Matcher state = VIEW_STATE.matcher(shown);
        if (!state.find()) {
            throw new AssertionError("No form in " + page);
        }
        all.put("jakarta.faces.ViewState", state.group(1));
        Matcher nonce = NONCE.matcher(shown);
        if (nonce.find()) {
            all.put("primefaces.nonce", nonce.group(1));
        }
        return send("POST", path, form(all), "Host: " + host(), "Origin: http://" + host());
    }

    public static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Exactly these header lines, and the cookies so far. */
    public Answer send(String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!cookies.isEmpty()) {
            request.append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ", "Cookie: ", "")))
                    .append("\r\n");
        }
        if (!method.equals("GET")) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        request.append("\r\n").append(body);
        return exchange(request.toString());
    }

    /**
     * A body of bytes, whatever the header lines say of it: with a length that is too long, a sending that stops.
     *
     * @param headers those of type and length among them
     */
    public Answer sendBytes(String target, byte[] body, String... headers) {
        StringBuilder request = new StringBuilder("POST " + target + " HTTP/1.1\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!cookies.isEmpty()) {
            request.append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ", "Cookie: ", "")))
                    .append("\r\n");
        }
        request.append("\r\n");
        byte[] head = request.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return exchange(all, true);
    }

    private Answer exchange(String request) {
        return exchange(request.getBytes(StandardCharsets.UTF_8), false);
    }

    /** @param thatIsAll whether nothing more can come, as the server sees at once */
    private Answer exchange(byte[] request, boolean thatIsAll) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            if (thatIsAll) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer read(byte[] answer) {
        if (answer.length == 0) {
            return new Answer(NO_ANSWER, Map.of(), "");
        }
        int headEnds = indexOf(answer, "\r\n\r\n", 0);
        String head = new String(answer, 0, headEnds < 0 ? answer.length : headEnds, StandardCharsets.UTF_8);
        byte[] body = headEnds < 0 ? new byte[0] : Arrays.copyOfRange(answer, headEnds + 4, answer.length);
        String[] lines = head.split("\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1]);
        }
        headers.getOrDefault("set-cookie", List.of()).forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                new String(chunked ? joined(body) : body, StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int lineEnds = indexOf(chunks, "\r\n", at);
            int length = Integer.parseInt(new String(chunks, at, lineEnds - at, StandardCharsets.US_ASCII), 16);
            body.write(chunks, lineEnds + 2, length);
            at = length == 0 ? chunks.length : lineEnds + 2 + length + 2;
        }
        return body.toByteArray();
    }

    private static int indexOf(byte[] bytes, String sought, int from) {
        byte[] wanted = sought.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
