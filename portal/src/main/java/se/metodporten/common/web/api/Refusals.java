package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Problems;
import se.metodporten.common.web.Texts;

/** Refusals of services, in the words that a page would show; with the field that they are about. */
@Provider
@ApplicationScoped
public class Refusals implements ExceptionMapper<DomainException> {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Problems problems;

    @Inject
    private Texts texts;

    @Override
    public Response toResponse(DomainException refusal) {
        return problems.of(
                        UNPROCESSABLE,
                        texts.of(refusal.key(), refusal.arguments()),
                        refusal.field(),
                        List.of(),
                        null,
                        null)
                .answer()
                .build();
    }
}
