package se.metodporten.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.access.AccessDenied;
import se.metodporten.common.DomainException;

/**
 * What a service refuses somebody who asked a servlet, whichever it is: who is not signed in signs in and comes back, who
 * may not is told so, and what there is not is not found. Pages and the API answer their refusals themselves and let
 * nothing through to here, except what a page meets when it is half drawn.
 */
@WebFilter("/*")
public class ServletRefusals extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (response.isCommitted() || !answered(failed, request, response)) {
                throw failed;
            }
        }
    }

    private static boolean answered(Throwable failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDenied denied) {
                if (denied.signedIn()) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                } else {
                    response.sendRedirect(request.getContextPath() + ReturnAddress.after(request, false));
                }
                return true;
            }
            if (cause instanceof DomainException) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return true;
            }
        }
        return false;
    }
}
