package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import se.metodporten.elearning.Attempts;
import se.metodporten.elearning.ContentAddress;
import se.metodporten.elearning.Play;
import se.metodporten.elearning.PlayerRefusal;
import se.metodporten.elearning.Trials;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.player.PlayerAssets;
import se.metodporten.scorm.player.PlayerProblem;
import se.metodporten.scorm.player.PlayerProtocol;

/** The player's page and its protocol, on the origin of a course version and nowhere else. */
@WebServlet("/play/*")
public class PlayerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    private transient Attempts attempts;

    @Inject
    private transient Trials trials;

    @Inject
    private transient ContentAddress content;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        Optional<PlayerAssets.Asset> asset =
                path.startsWith("/") ? PlayerAssets.find(path.substring(1)) : Optional.empty();
        if (content.version(request.getServerName()).isEmpty() || asset.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ContentHeaders.common(response);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setContentType(asset.get().contentType());
        response.getOutputStream().write(asset.get().bytes());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OptionalLong version = content.version(request.getServerName());
        if (version.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ContentHeaders.common(response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(PlayerProtocol.VERSION_HEADER, PlayerProtocol.VERSION);
        try {
            answer(request, response, version.getAsLong());
        } catch (PlayerRefusal refused) {
            problem(response, refused.problem());
        } catch (ScormException malformed) {
            problem(response, PlayerProblem.MALFORMED);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, long version) throws IOException {
        String secret = Objects.requireNonNullElse(request.getHeader(PlayerProtocol.SECRET_HEADER), "");
        byte[] bytes = request.getInputStream().readNBytes(PlayerProtocol.MOST_BYTES + 1);
        if (bytes.length > PlayerProtocol.MOST_BYTES) {
            problem(response, PlayerProblem.TOO_LARGE);
            return;
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        Play play = of(secret);
        switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/api/launch" ->
                json(
                        response,
                        HttpServletResponse.SC_OK,
                        of(PlayerProtocol.readTicket(body)).exchange(version, body));
            case "/api/resume" -> json(response, HttpServletResponse.SC_OK, play.resume(version, secret));
            case "/api/commit" -> {
                Play.Committed committed = play.commit(version, secret, body);
                if (committed.takenOver()) {
                    problem(response, PlayerProblem.TAKEN_OVER);
                } else {
                    json(response, HttpServletResponse.SC_OK, committed.answer());
                }
            }
            case "/api/navigate" -> json(response, HttpServletResponse.SC_OK, play.navigate(version, secret, body));
            case "/api/exit" -> {
                response.setHeader("Clear-Site-Data", "\"storage\"");
                json(response, HttpServletResponse.SC_OK, play.exit(version, secret, body));
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whose a ticket or a secret is, as it says itself; that it is good is asked there. */
    private Play of(String ticketOrSecret) {
        return ticketOrSecret.startsWith(Trials.MARK) ? trials : attempts;
    }

    private static void problem(HttpServletResponse response, PlayerProblem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write(PlayerProtocol.problem(problem));
    }

    private static void json(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(body);
    }
}
