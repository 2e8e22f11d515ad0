package se.metodporten.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.common.Outage;
import se.metodporten.common.RequestId;

/** Gives each request its id, first of all filters, and turns whatever went wrong into an answer that names it. */
public class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(RequestFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(ErrorServlet.REQUEST_ID, RequestId.begin());
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    () -> Incident.of(request.getMethod(), request.getServletPath(), failed));
            if (response.isCommitted()) {
                throw failed;
            }
            response.sendError(
                    Outage.in(failed)
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            RequestId.end();
        }
    }
}
