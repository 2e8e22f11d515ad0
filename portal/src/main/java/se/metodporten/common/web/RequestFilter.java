package se.metodporten.common.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import se.metodporten.common.Outage;
import se.metodporten.common.RequestId;

/** Gives each request its id, first of all filters, and turns whatever went wrong into an answer that names it. */
public class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(RequestFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.begin();
        response.setHeader(ErrorServlet.REQUEST_ID, id);
        // For the error page: whoever reset the answer took the header with it.
        request.setAttribute(ErrorServlet.REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
            logRefusal(request, response.getStatus());
        } catch (ServletException | RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, () -> Incident.of(request.getMethod(), pathOf(request), failed));
            if (response.isCommitted()) {
                throw failed;
            }
            response.sendError(
                    Outage.in(failed).isPresent()
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            RequestId.end();
        }
    }

    /** A program's reader has only the reference of the answer to ask about, so the log knows that one, too. */
    private static void logRefusal(HttpServletRequest request, int status) {
        if (status >= HttpServletResponse.SC_BAD_REQUEST
                && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                && request.getDispatcherType() == DispatcherType.REQUEST
                && Programs.askTheApi(request)) {
            LOG.log(System.Logger.Level.INFO, () -> Incident.refusal(request.getMethod(), pathOf(request), status));
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
