package se.metodporten.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;

/** A course player that has exchanged its ticket, and what it says: what a page of a course leaves behind, a kilobyte. */
final class OpenPlayer implements Closeable {

    /** In what content keeps; the number behind it is the commit's. */
    static final String PLACE = "plats ";

    private static final int DIGITS = 10;
    private static final String REST = " svar:abcdefghij".repeat(62);
    private static final int QUESTIONS = 10;

    private final PlayerLine line;
    private final String secret;
    private final String session;
    private final String content;
    private final long begun = System.nanoTime();
    private int sequence;

    private OpenPlayer(PlayerLine line, JsonObject launched) {
        this.line = line;
        this.secret = launched.getString("secret");
        this.session = launched.getString("session");
        this.content = launched.getString("content");
    }

    static OpenPlayer open(PlayerLine line, String ticket) throws IOException {
        PlayerLine.Reply reply = line.play("/play/api/launch", "", "{\"ticket\":\"" + ticket + "\"}");
        if (reply.status() != 200) {
            throw new IllegalStateException("The player is not opened: " + reply.status() + " " + reply.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return new OpenPlayer(line, reader.readObject());
        }
    }

    String secret() {
        return secret;
    }

    /** The address of the first page of the content. */
    String content() {
        return content;
    }

    /** Ten questions that were answered before, so that the attempt is as large as most are. */
    void answerQuestions() throws IOException {
        StringBuilder sets = new StringBuilder();
        for (int i = 0; i < QUESTIONS; i++) {
            String name = "\"cmi.interactions." + i + ".";
            sets.append(name).append("id\":\"fraga-").append(i).append("\",");
            sets.append(name).append("type\":\"choice\",");
            sets.append(name).append("student_response\":\"a\",");
            sets.append(name).append("result\":\"correct\",");
        }
        send(sets.toString());
    }

    /** A commit that completes nothing. */
    void commit() throws IOException {
        send("");
    }

    /** What content keeps after the commit of that number. */
    static String place(int sequence) {
        return PLACE + String.format(Locale.ROOT, "%0" + DIGITS + "d", sequence);
    }

    private void send(String sets) throws IOException {
        int next = sequence + 1;
        long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
        String message = "{\"session\":\"" + session + "\",\"commits\":[{\"sequence\":" + next + ",\"elapsedSeconds\":"
                + seconds + ",\"finished\":false,\"sets\":{" + sets + "\"cmi.suspend_data\":\"" + place(next) + REST
                + "\",\"cmi.core.lesson_location\":\"sida-" + next % 20
                + "\",\"cmi.core.lesson_status\":\"incomplete\"}}]}";
        PlayerLine.Reply reply = line.play("/play/api/commit", secret, message);
        if (reply.status() != 200 || !reply.body().contains("\"refused\":[]")) {
            throw new IllegalStateException("A commit was refused: " + reply.status() + " " + reply.body());
        }
        sequence = next;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
