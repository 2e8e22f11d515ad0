package se.metodporten.common.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.common.Readiness;

/** {@code /health/ready}: 200 when everything that must be there before people come is there, 503 with a reason until then. */
@WebServlet("/health/ready")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<Readiness> readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness answer = new Readiness();
        readiness.fire(answer);
        JsonArrayBuilder accounts = Json.createArrayBuilder();
        answer.accounts()
                .forEach(account -> accounts.add(Json.createObjectBuilder()
                        .add("who", account.who())
                        .add("username", account.username())
                        .add("password", account.password())));
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("status", answer.ready() ? "UP" : "DOWN")
                .add("message", answer.message())
                .add("accounts", accounts);
        response.setStatus(answer.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body.build().toString());
    }
}
