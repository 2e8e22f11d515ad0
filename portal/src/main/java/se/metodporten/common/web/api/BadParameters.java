package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.common.web.Problems;
import se.metodporten.common.web.Texts;

/** Names the parameter that is wrong, and what it may be. */
@Provider
@ApplicationScoped
public class BadParameters implements ExceptionMapper<BadParameter> {

    @Inject
    private Problems problems;

    @Inject
    private Texts texts;

    @Override
    public Response toResponse(BadParameter bad) {
        return problems.of(
                        HttpServletResponse.SC_BAD_REQUEST,
                        texts.of(bad.key(), bad.arguments()),
                        bad.parameter(),
                        bad.allowed(),
                        bad.minimum(),
                        bad.maximum())
                .answer()
                .build();
    }
}
