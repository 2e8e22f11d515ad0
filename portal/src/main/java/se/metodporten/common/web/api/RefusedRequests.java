package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.common.web.Problems;

/** What no resource answers: unknown paths, other methods, media types that nobody has. */
@Provider
@ApplicationScoped
public class RefusedRequests implements ExceptionMapper<WebApplicationException> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response meant = refused.getResponse();
        if (meant.getStatusInfo().getFamily() != Response.Status.Family.CLIENT_ERROR) {
            return meant;
        }
        Response.ResponseBuilder answer = problems.of(meant.getStatus()).answer();
        String allow = meant.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }
}
