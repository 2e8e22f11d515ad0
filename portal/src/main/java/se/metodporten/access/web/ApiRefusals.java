package se.metodporten.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.access.AccessDenied;
import se.metodporten.common.web.Problems;

/**
 * What the API answers when the guard refuses: 401 to who is not signed in; 404 about one thing, whether it exists or
 * not, as a page says the same of both; 403 about a whole kind of question.
 */
@Provider
@ApplicationScoped
public class ApiRefusals implements ExceptionMapper<AccessDenied> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(AccessDenied denied) {
        if (!denied.signedIn()) {
            return notSignedIn();
        }
        int status = denied.aboutOneThing() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN;
        return problems.of(status).answer().build();
    }

    /** HTTP knows no name for a session's cookie; ours tells a program that reads it where one signs in. */
    Response notSignedIn() {
        return problems.of(HttpServletResponse.SC_UNAUTHORIZED)
                .answer()
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Cookie realm=\"Metodporten\", form-action=\"/access/sign-in.xhtml\"")
                .build();
    }
}
