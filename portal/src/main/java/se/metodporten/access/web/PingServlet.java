package se.metodporten.access.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.metodporten.access.Guard;

/** {@code POST /session/ping}: keeps the session of someone who is still at work; 401 when it has ended. */
@WebServlet("/session/ping")
public class PingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Guard guard;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        boolean alive = request.getSession(false) != null && guard.reader().signedIn();
        response.setStatus(alive ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_UNAUTHORIZED);
    }
}
