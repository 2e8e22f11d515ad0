package se.metodporten.certification.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import se.metodporten.certification.EvidenceDeeds;
import se.metodporten.common.web.UrlState;
import se.metodporten.fact.DocumentFile;

/** {@code /evidence/file?fact=}: the paper behind a fact, always as a file to save, never shown as a page of ours. */
@WebServlet("/evidence/file")
public class EvidenceFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long NONE = 0L;

    @Inject
    private transient EvidenceDeeds evidence;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = Objects.requireNonNullElse(request.getParameter("fact"), "");
        long fact = Objects.requireNonNullElse(UrlState.id(asked), NONE);
        DocumentFile file = evidence.file(fact);
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        evidence.copy(fact, response.getOutputStream());
    }
}
