package se.metodporten.scorm.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.player.PlayerProtocol.CommitMessage;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.CompletionRule;
import se.metodporten.scorm.runtime.Learner;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.Navigation;

/** The smallest host of the player: one attempt, in memory, by README.md. The portal does the same with a database. */
final class TestHost implements AutoCloseable {

    private static final Learner LEARNER = new Learner("learner-1", "Berg, Anna");

    private final HttpServer server;
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, String> sessionOfSecret = new HashMap<>();
    private final List<String> tickets = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final ActivityTree tree;
    private AttemptState state;
    private boolean down;

    TestHost(ActivityTree tree) throws IOException {
        this.tree = tree;
        this.state = AttemptState.begin(tree.standard());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/play/api/", this::api);
        server.createContext("/play/", this::asset);
        server.createContext("/f/token/", this::content);
        server.createContext(
                "/portal", exchange -> answer(exchange, 200, "text/html", "<title>Portal</title><h1>Portal</h1>"));
        server.setExecutor(executor);
        server.start();
    }

    synchronized AttemptState state() {
        return state;
    }

    /** While down, requests get an answer that is not the host's, as from a proxy in trouble. */
    synchronized void down(boolean now) {
        down = now;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    String portal() {
        return "http://localhost:" + server.getAddress().getPort() + "/portal";
    }

    /** Where a browser starts a course. */
    synchronized String launchUrl() {
        String ticket = "ticket-" + ids.incrementAndGet();
        tickets.add(ticket);
        return "http://c12.localhost:" + server.getAddress().getPort() + "/play/#" + ticket;
    }

    private synchronized void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (down) {
            answer(exchange, 502, "text/html", "<h1>Bad gateway</h1>");
            return;
        }
        exchange.getResponseHeaders().set(PlayerProtocol.VERSION_HEADER, PlayerProtocol.VERSION);
        String secret = exchange.getRequestHeaders().getFirst(PlayerProtocol.SECRET_HEADER);
        try {
            if (path.endsWith("/launch")) {
                launch(exchange, PlayerProtocol.readTicket(body));
            } else if (secret == null || !sessionOfSecret.containsKey(secret)) {
                problem(exchange, PlayerProblem.SECRET_UNKNOWN);
            } else if (path.endsWith("/resume")) {
                resume(exchange, secret);
            } else if (path.endsWith("/commit")) {
                commit(exchange, secret, PlayerProtocol.readCommits(body));
            } else if (path.endsWith("/navigate")) {
                navigate(exchange, secret, PlayerProtocol.readNavigate(body));
            } else {
                sessionOfSecret.remove(secret);
                exchange.getResponseHeaders().set("Clear-Site-Data", "\"storage\"");
                answer(exchange, 200, "application/json", PlayerProtocol.exitAnswer(portal()));
            }
        } catch (ScormException e) {
            problem(exchange, PlayerProblem.MALFORMED);
        }
    }

    private void launch(HttpExchange exchange, String ticket) throws IOException {
        if (!tickets.remove(ticket)) {
            problem(exchange, PlayerProblem.TICKET_USED);
            return;
        }
        String secret = "secret-" + ids.incrementAndGet();
        Activity start = RunTime.navigation(state, tree).start().orElseThrow();
        answer(exchange, 200, "application/json", delivered(secret, Optional.of(secret), start));
    }

    private void resume(HttpExchange exchange, String secret) throws IOException {
        if (isOutdated(secret)) {
            problem(exchange, PlayerProblem.TAKEN_OVER);
            return;
        }
        Activity again = RunTime.navigation(state, tree).again().orElseThrow();
        answer(exchange, 200, "application/json", delivered(secret, Optional.empty(), again));
    }

    private String delivered(String secret, Optional<String> told, Activity activity) {
        String session = "session-" + ids.incrementAndGet();
        sessionOfSecret.put(secret, session);
        state = RunTime.open(state, tree, activity.identifier(), session);
        return PlayerProtocol.launchAnswer(
                state,
                tree,
                new Launch(told, "attempt-1", "/f/token/", "ViSam – grunderna", LEARNER, "Anna Berg", portal(), "sv"));
    }

    private void navigate(HttpExchange exchange, String secret, PlayerProtocol.NavigateMessage message)
            throws IOException {
        if (isOutdated(secret)) {
            problem(exchange, PlayerProblem.TAKEN_OVER);
            return;
        }
        Optional<Navigation.Destination> to = RunTime.navigation(state, tree).follow(message.request());
        Optional<Activity> activity = to.flatMap(Navigation.Destination::activity);
        String json = activity.isPresent()
                ? delivered(secret, Optional.empty(), activity.get())
                : PlayerProtocol.noActivityAnswer(
                        state, tree, to.filter(Navigation.Destination::ends).isPresent());
        answer(exchange, 200, "application/json", json);
    }

    private boolean isOutdated(String secret) {
        return !sessionOfSecret.get(secret).equals(state.liveSession());
    }

    private void commit(HttpExchange exchange, String secret, CommitMessage message) throws IOException {
        AttemptState before = state;
        CommitResult result = RunTime.commitAll(state, tree, message.commits());
        state = result.state();
        if (isOutdated(secret)) {
            problem(exchange, PlayerProblem.TAKEN_OVER);
        } else if (result.outcome() == CommitResult.Outcome.UNKNOWN_SESSION) {
            problem(exchange, PlayerProblem.OTHER_ATTEMPT);
        } else {
            boolean fulfilled = CompletionRule.STATUS.isFulfilledBy(state.result(tree));
            boolean own = message.session().equals(sessionOfSecret.get(secret));
            String json = own
                    ? PlayerProtocol.commitAnswer(result, before, tree, fulfilled)
                    : PlayerProtocol.commitAnswer(result, before, tree, fulfilled, LEARNER);
            answer(exchange, 200, "application/json", json);
        }
    }

    private void asset(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/play/".length());
        Optional<PlayerAssets.Asset> asset = PlayerAssets.find(name);
        if (asset.isEmpty()) {
            answer(exchange, 404, "text/plain", "");
            return;
        }
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                                + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Permissions-Policy", "unload=(self)");
        answer(exchange, 200, asset.get().contentType(), asset.get().bytes());
    }

    private void content(HttpExchange exchange) throws IOException {
        String name = URI.create(exchange.getRequestURI().getPath()).getPath().substring("/f/token/".length());
        exchange.getResponseHeaders().set("Permissions-Policy", "unload=(self)");
        try (var in = TestHost.class.getResourceAsStream("content/" + name)) {
            if (in == null) {
                answer(exchange, 404, "text/plain", "");
                return;
            }
            answer(
                    exchange,
                    200,
                    name.endsWith(".js") ? "text/javascript" : "text/html;charset=UTF-8",
                    in.readAllBytes());
        }
    }

    private static void problem(HttpExchange exchange, PlayerProblem problem) throws IOException {
        answer(exchange, problem.status(), "application/problem+json", PlayerProtocol.problem(problem));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
