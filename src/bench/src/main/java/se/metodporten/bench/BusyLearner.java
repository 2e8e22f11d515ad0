package se.metodporten.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who takes a course as the player does it: something is said, a while is thought, and what the server has not
 * acknowledged stays in a journal and is sent again, in order. The last that is said is that the course is passed.
 */
final class BusyLearner implements Callable<BusyLearner> {

    private static final long SECOND = 1_000_000_000L;
    private static final int LEAST_THOUGHT = 5;
    private static final int MORE_THOUGHT = 10;
    private static final long AGAIN = 2 * SECOND;
    private static final long DRAINING = 180 * SECOND;
    private static final int MOST_AT_ONCE = 100;

    /** A commit in the journal. @param seconds since the player was opened */
    private record Said(int sequence, long seconds, boolean passed) {
        String json() {
            String question = "\"cmi.interactions." + (sequence - 1) + ".id\":\"" + mark(sequence) + "\"";
            String result = passed
                    ? "\"cmi.core.score.raw\":\"100\",\"cmi.core.lesson_status\":\"passed\""
                    : "\"cmi.core.lesson_status\":\"incomplete\"";
            return "{\"sequence\":" + sequence + ",\"elapsedSeconds\":" + seconds + ",\"finished\":false,\"sets\":{"
                    + question + ",\"cmi.suspend_data\":\"" + OpenPlayer.place(sequence) + "\"," + result + "}}";
        }
    }

    private final Learners.Learner learner;
    private final PlayerLine line;
    private final Random random;
    private final long until;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Deque<Said> journal = new ArrayDeque<>();
    private final List<Double> millis = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private String secret = "";
    private String session = "";
    private long begun;
    private int sent;
    private int acknowledged;
    private int failures;
    private long seconds;

    BusyLearner(Learners.Learner learner, PlayerLine line, long until) {
        this.learner = learner;
        this.line = line;
        this.random = new Random(learner.attempt());
        this.until = until;
    }

    /** What the commit of that number leaves in the attempt. */
    static String mark(int sequence) {
        return "fraga-" + sequence;
    }

    Learners.Learner learner() {
        return learner;
    }

    /** Commits that were said at all. */
    int sent() {
        return sent;
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Times that the server did not answer. */
    int failures() {
        return failures;
    }

    /** That the player told last: what the attempt must have taken. */
    long seconds() {
        return seconds;
    }

    /** Of the answers that came. */
    List<Double> millis() {
        return millis;
    }

    /** Answers that no player should get. */
    List<String> problems() {
        return problems;
    }

    @Override
    public BusyLearner call() throws IOException, InterruptedException {
        pause(random.nextInt(LEAST_THOUGHT * 1000) * 1_000_000L);
        open();
        long next = System.nanoTime() + thought();
        while (System.nanoTime() < until) {
            long left = next - System.nanoTime();
            pause(journal.isEmpty() ? left : Math.min(left, AGAIN));
            if (System.nanoTime() >= next) {
                say(false);
                next += thought();
            }
            send();
        }
        say(true);
        long end = System.nanoTime() + DRAINING;
        for (send(); !journal.isEmpty() && System.nanoTime() < end; send()) {
            pause(AGAIN);
        }
        line.close();
        return this;
    }

    private void open() throws IOException {
        PlayerLine.Reply reply = line.play("/play/api/launch", "", "{\"ticket\":\"" + learner.ticket() + "\"}");
        JsonObject launched = json(reply.body());
        secret = launched.getString("secret");
        session = launched.getString("session");
        begun = System.nanoTime();
    }

    private long thought() {
        return (LEAST_THOUGHT * 1000L + random.nextInt(MORE_THOUGHT * 1000)) * 1_000_000L;
    }

    private void pause(long nanos) throws InterruptedException {
        never.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private void say(boolean passed) {
        sent++;
        seconds = (System.nanoTime() - begun) / SECOND;
        journal.add(new Said(sent, seconds, passed));
    }

    private void send() {
        if (journal.isEmpty()) {
            return;
        }
        String commits = journal.stream()
                .limit(MOST_AT_ONCE)
                .map(Said::json)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        long asked = System.nanoTime();
        try {
            answered(line.play(
                    "/play/api/commit", secret, "{\"session\":\"" + session + "\",\"commits\":[" + commits + "]}"));
            millis.add((System.nanoTime() - asked) / 1e6);
        } catch (IOException gone) {
            failures++;
        }
    }

    private void answered(PlayerLine.Reply reply) throws IOException {
        if (!"1".equals(reply.header("x-player-protocol")) || reply.status() >= 500) {
            throw new IOException("not the portal's answer, or not yet: " + reply.status());
        }
        if (reply.status() != 200) {
            problems.add(reply.status() + " " + reply.body());
            return;
        }
        JsonObject answer = json(reply.body());
        if (!answer.getJsonArray("refused").isEmpty()) {
            problems.add(reply.body());
        }
        acknowledged = Math.max(acknowledged, answer.getInt("lastSequence"));
        while (!journal.isEmpty() && journal.getFirst().sequence() <= acknowledged) {
            journal.removeFirst();
        }
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
