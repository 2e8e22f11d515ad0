package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import se.metodporten.elearning.Attempts;

/**
 * From the portal's page to the player on the content origin. A link, not a form, since the portal's policy lets forms go
 * nowhere else; so it answers only to a click in the portal or an address typed, not to another site.
 */
@WebServlet("/elearning/launch")
public class LaunchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private transient Attempts attempts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
        if (!OWN.contains(site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String player = attempts.launch(Objects.requireNonNullElse(request.getParameter("code"), ""));
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(player);
    }
}
