package se.metodporten.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.AccessDenied;

/** Files and hand-overs that are no pages: who is not signed in signs in and comes back; who may not is told so. */
@WebFilter({"/evidence/*", "/person/metodporten.json", "/elearning/launch"})
public class ServletRefusals extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failed) {
            AccessDenied denied = in(failed);
            if (denied == null || response.isCommitted()) {
                throw failed;
            }
            if (denied.signedIn()) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                response.sendRedirect(request.getContextPath() + ReturnAddress.after(request, false));
            }
        }
    }

    private static @Nullable AccessDenied in(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDenied denied) {
                return denied;
            }
        }
        return null;
    }
}
