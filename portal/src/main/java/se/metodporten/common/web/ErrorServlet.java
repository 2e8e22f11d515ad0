package se.metodporten.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import se.metodporten.common.Outage;

/**
 * The page for what went wrong, in plain HTML from here: whatever broke, it must still be shown, so it asks neither
 * Faces nor the database. Programs get a {@link Problem}.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    static final String REQUEST_ID = "X-Request-Id";

    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERROR = 500;

    @Inject
    private transient UserLanguage language;

    @Inject
    private transient Texts texts;

    @Inject
    private transient Problems problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
        String reference = reference(request);
        response.setHeader(REQUEST_ID, reference);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
        }
        if (Programs.ask(request)) {
            problems.send(response, status, reference);
            return;
        }
        response.setStatus(status);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.getWriter().write(page(request.getContextPath(), kind(status), reference));
    }

    private static String kind(int status) {
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            return "forbidden";
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            return "unavailable";
        }
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return "notFound";
        }
        if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            return "tooLarge";
        }
        if (status == HttpServletResponse.SC_REQUEST_URI_TOO_LONG) {
            return "tooLong";
        }
        return status >= SERVER_ERROR ? "failed" : "refused";
    }

    private static String reference(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ID) instanceof String id ? id : "";
    }

    /** Every text is our own and the reference is made here, so nothing needs escaping. */
    private String page(String context, String kind, String reference) {
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="UTF-8"/><title>%s · Metodporten</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="stylesheet" href="%s/jakarta.faces.resource/style.css.xhtml?ln=portal"/></head>
                <body><div class="frame alone"><main id="main"><h1>%s</h1><p class="lead">%s</p>
                <p><a class="button primary" href="%s/desk/start.xhtml">%s</a></p>
                <p class="quiet">%s</p></main></div></body>
                </html>
                """,
                language.getTag(),
                texts.of("common.error." + kind + ".title"),
                context,
                texts.of("common.error." + kind + ".title"),
                texts.of("common.error." + kind + ".text"),
                context,
                texts.of("common.error.toStart"),
                texts.of("common.error.reference", reference));
    }
}
