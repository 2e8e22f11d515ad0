package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import org.omnifaces.servlet.FileServlet;
import se.metodporten.elearning.Attempts;
import se.metodporten.elearning.ContentAddress;
import se.metodporten.elearning.Play;
import se.metodporten.elearning.Trials;

/** The files of a package, {@code /f/<path token>/<file>}, with Range and ETag; only on its version's origin. */
@WebServlet("/f/*")
public class CourseFileServlet extends FileServlet {

    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self';"
                    + " form-action 'self'; frame-src 'self'; frame-ancestors 'self'; worker-src 'none'; base-uri 'self';"
                    + " object-src 'none'";

    @Inject
    private transient Attempts attempts;

    @Inject
    private transient Trials trials;

    @Inject
    private transient ContentAddress content;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("script".equals(request.getHeader("Service-Worker"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        super.doGet(request, new InItsPlace(response));
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        super.doHead(request, new InItsPlace(response));
    }

    /** Whoever sends the file resets the response first, headers and all: what keeps content in its place comes after that. */
    private static final class InItsPlace extends HttpServletResponseWrapper {

        InItsPlace(HttpServletResponse response) {
            super(response);
            head(response);
        }

        @Override
        public void reset() {
            super.reset();
            head((HttpServletResponse) getResponse());
        }

        private static void head(HttpServletResponse response) {
            ContentHeaders.common(response);
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Referrer-Policy", "no-referrer");
        }
    }

    @Override
    protected File getFile(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        int slash = path.indexOf('/', 1);
        OptionalLong version = content.version(request.getServerName());
        if (version.isEmpty() || slash < 0) {
            throw new IllegalArgumentException();
        }
        String token = path.substring(1, slash);
        Play play = token.startsWith(Trials.MARK) ? trials : attempts;
        return play.file(version.getAsLong(), token, path.substring(slash + 1))
                .map(Path::toFile)
                .orElseThrow(IllegalArgumentException::new);
    }

    @Override
    protected void handleFileNotFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** The token in the path is a secret of one launch: what it read is for that browser only. */
    @Override
    protected long getExpireTime(HttpServletRequest request, File file) {
        return 0;
    }
}
