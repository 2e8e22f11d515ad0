package se.metodporten.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser's connection to a server on this machine, kept open: HTTP/1.1 by hand, so that asking takes little of the
 * processor that the server is measured on. The host is what the browser would say, whatever a name server knows.
 */
final class PlayerLine implements Closeable {

    private static final int PATIENCE_MILLIS = 60_000;

    /** What came back; names of headers in lower case. */
    record Reply(int status, Map<String, String> headers, byte[] bytes) {

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final int port;
    private final String host;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    PlayerLine(int port, String host) {
        this.port = port;
        this.host = host;
    }

    Reply get(String path, String... headers) throws IOException {
        return send("GET", path, new byte[0], headers);
    }

    /** A message of the course player. */
    Reply play(String path, String secret, String json) throws IOException {
        return send(
                "POST",
                path,
                json.getBytes(StandardCharsets.UTF_8),
                "Origin: http://" + host,
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/json",
                "X-Commit-Secret: " + secret);
    }

    private Reply send(String method, String path, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.toString().getBytes(StandardCharsets.UTF_8));
        request.write(body);
        boolean reused = socket != null;
        try {
            return exchange(request);
        } catch (EOFException | SocketException ended) {
            close();
            if (!reused) {
                throw ended;
            }
            // A server may end a connection that waits; a browser then asks again on a new one.
            return exchange(request);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Reply exchange(ByteArrayOutputStream request) throws IOException {
        request.writeTo(opened().getOutputStream());
        Reply reply = read();
        if ("close".equals(reply.header("connection"))) {
            close();
        }
        return reply;
    }

    private Socket opened() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        return socket;
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            return new Reply(status, headers, chunks());
        }
        return new Reply(status, headers, exactly(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            all.write(exactly(length));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in == null ? new byte[0] : in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("answer cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in == null ? -1 : in.read();
        while (one >= 0 && one != '\n') {
            if (one != '\r') {
                line.write(one);
            }
            one = in == null ? -1 : in.read();
        }
        if (one < 0) {
            throw new EOFException("connection closed");
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
