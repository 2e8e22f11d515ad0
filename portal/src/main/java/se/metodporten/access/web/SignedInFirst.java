package se.metodporten.access.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.access.Guard;
import se.metodporten.common.web.api.DescriptionResource;

/**
 * Nobody looks around in the API without a session: not even which paths there are is told. Only the API's description,
 * which says nothing about people or places, is for everyone. The permissions stand on the services.
 */
@Provider
@PreMatching
public class SignedInFirst implements ContainerRequestFilter {

    @Inject
    private Guard guard;

    @Inject
    private ApiRefusals refusals;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().equals(DescriptionResource.PATH)
                && !guard.reader().signedIn()) {
            request.abortWith(refusals.notSignedIn());
        }
    }
}
