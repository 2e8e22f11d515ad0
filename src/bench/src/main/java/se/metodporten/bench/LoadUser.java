package se.metodporten.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** One of the fifty, at a browser of their own: signs, learns and signs up, as fast as the portal answers. */
final class LoadUser {

    private static final int PASSES_AT = 8;
    private static final int CHANGES_MIND = 4;

    /** What was done and how long the answer took; the problem is empty when it went well. */
    record Deed(String what, double millis, String problem) {}

    private final LoadPlan.User user;
    private final Browser browser;
    private final String password;
    private final Random random;
    private final Deque<Long> toSign;
    private final Deque<Long> toJoin;

    private final List<Deed> deeds = new ArrayList<>();
    private final List<Long> signed = new ArrayList<>();
    private final Map<Long, Boolean> joined = new HashMap<>();
    private int committed;
    private String host = "";
    private String secret = "";
    private String session = "";

    LoadUser(LoadPlan plan, int number, Browser browser, String password) {
        this.user = plan.users().get(number);
        this.browser = browser;
        this.password = password;
        this.random = new Random(number);
        this.toSign = new ArrayDeque<>(user.agreements());
        List<Long> trainings = new ArrayList<>(plan.trainings());
        Collections.shuffle(trainings, random);
        this.toJoin = new ArrayDeque<>(trainings);
    }

    long person() {
        return user.person();
    }

    List<Deed> deeds() {
        return deeds;
    }

    /** Agreements of which the portal said that they are signed. */
    List<Long> signed() {
        return signed;
    }

    /** Trainings and whether the last that the portal said yes to was to come. */
    Map<Long, Boolean> joined() {
        return joined;
    }

    boolean passed() {
        return committed >= PASSES_AT;
    }

    int committed() {
        return committed;
    }

    /** What the course's last acknowledged commit left behind. */
    String place() {
        return "place " + user.person() + "-" + committed;
    }

    /** Signs in and opens the course; what follows is counted. */
    Callable<LoadUser> arriving() {
        return () -> {
            arrive();
            return this;
        };
    }

    Callable<LoadUser> busyUntil(long nanos) {
        return () -> {
            while (System.nanoTime() < nanos) {
                switch (random.nextInt(3)) {
                    case 0 -> timed("sign", this::sign);
                    case 1 -> timed("commit", this::commit);
                    default -> timed("join", this::join);
                }
            }
            return this;
        };
    }

    private void arrive() throws IOException, InterruptedException {
        browser.signedIn(user.username(), password);
        URI player =
                URI.create(browser.get("/elearning/launch?code=visam-grunderna").location());
        host = player.getAuthority();
        JsonObject launched =
                json(browser.play(host, "/play/api/launch", "", "{\"ticket\":\"" + player.getFragment() + "\"}")
                        .body());
        secret = launched.getString("secret");
        session = launched.getString("session");
    }

    /** Does something over HTTP and tells the problem, if there is one. */
    @FunctionalInterface
    private interface Step {
        String problem() throws IOException, InterruptedException;
    }

    private void timed(String what, Step step) throws InterruptedException {
        long begun = System.nanoTime();
        String problem;
        try {
            problem = step.problem();
        } catch (IOException | RuntimeException failed) {
            problem = failed.toString();
        }
        deeds.add(new Deed(what, (System.nanoTime() - begun) / 1e6, problem));
    }

    private String sign() throws IOException, InterruptedException {
        Long agreement = toSign.poll();
        if (agreement == null) {
            return commit();
        }
        String page = "/agreement/agreement.xhtml?id=" + agreement;
        Browser.Answer answer =
                browser.submit(page, browser.get(page), "sign", Map.of("sign:password", password, "sign:do", "x"));
        if (answer.redirects()) {
            signed.add(agreement);
            return "";
        }
        return answer.problem();
    }

    private String commit() throws IOException, InterruptedException {
        int sequence = committed + 1;
        JsonObjectBuilder sets = Json.createObjectBuilder()
                .add("cmi.suspend_data", "place " + user.person() + "-" + sequence)
                .add("cmi.core.lesson_status", sequence >= PASSES_AT ? "passed" : "incomplete");
        if (sequence >= PASSES_AT) {
            sets.add("cmi.core.score.raw", "100");
        }
        JsonObjectBuilder commit = Json.createObjectBuilder()
                .add("sequence", sequence)
                .add("elapsedSeconds", sequence)
                .add("finished", false)
                .add("sets", sets);
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("session", session)
                .add("commits", Json.createArrayBuilder().add(commit));
        Browser.Answer answer =
                browser.play(host, "/play/api/commit", secret, message.build().toString());
        if (answer.status() != 200
                || json(answer.body()).getInt("lastSequence") != sequence
                || !json(answer.body()).getJsonArray("refused").isEmpty()) {
            return answer.problem();
        }
        committed = sequence;
        return "";
    }

    private String join() throws IOException, InterruptedException {
        Long training = toJoin.poll();
        if (training == null) {
            return commit();
        }
        String page = "/training/training.xhtml?id=" + training;
        Browser.Answer answer = browser.submit(page, browser.get(page), "me", Map.of("me:signMeUp", "x"));
        if (!answer.redirects()) {
            return answer.problem();
        }
        joined.put(training, true);
        if (random.nextInt(CHANGES_MIND) > 0) {
            return "";
        }
        Browser.Answer left = browser.submit(page, browser.get(page), "me", Map.of("me:cancelMine", "x"));
        if (!left.redirects()) {
            return left.problem();
        }
        joined.put(training, false);
        return "";
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
