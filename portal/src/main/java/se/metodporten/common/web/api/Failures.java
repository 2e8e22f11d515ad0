package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.common.Outage;
import se.metodporten.common.web.Incident;
import se.metodporten.common.web.Problems;

/** What went wrong: 503 when it is the database's state of the moment, else 500. */
@Provider
@ApplicationScoped
public class Failures implements ExceptionMapper<RuntimeException> {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    @Inject
    private Problems problems;

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(RuntimeException failed) {
        LOG.log(System.Logger.Level.ERROR, () -> Incident.of(request.getMethod(), request.getRequestURI(), failed));
        if (Outage.in(failed).isPresent()) {
            return problems.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                    .answer()
                    .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                    .build();
        }
        return problems.of(HttpServletResponse.SC_INTERNAL_SERVER_ERROR)
                .answer()
                .build();
    }
}
