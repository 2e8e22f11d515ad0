package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.UrlState;
import se.metodporten.elearning.Trials;

/** From the portal's page to a trial on the content origin; a link for the same reason as {@link LaunchServlet}. */
@WebServlet("/elearning/try")
public class TryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private transient Trials trials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
        if (!OWN.contains(site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Long version = UrlState.id(request.getParameter("version"));
        Long upload = UrlState.id(request.getParameter("upload"));
        if (version == null) {
            throw new DomainException("elearning.refused.noUpload");
        }
        String player = trials.launch(version, upload);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(player);
    }
}
