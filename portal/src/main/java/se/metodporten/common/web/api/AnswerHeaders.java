package se.metodporten.common.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.common.web.UserLanguage;

/** What every answer of a resource carries: its language, and of a list the way to its other pages. */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

    @Inject
    private UserLanguage language;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.hasEntity()) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.getTag());
        response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        if (response.getEntity() instanceof Paged answer) {
            response.getHeaders()
                    .putSingle(HttpHeaders.LINK, String.join(", ", links(request.getUriInfo(), answer.paged())));
        }
    }

    private static List<String> links(UriInfo uri, Listed<?> list) {
        List<String> links = new ArrayList<>();
        links.add(link(uri, 1, "first"));
        if (list.page() > 1) {
            links.add(link(uri, Math.min(list.page() - 1, list.pages()), "prev"));
        }
        if (list.page() < list.pages()) {
            links.add(link(uri, list.page() + 1, "next"));
        }
        links.add(link(uri, list.pages(), "last"));
        return links;
    }

    /** Without scheme and host: how the reader reaches us is the reader's to know. */
    private static String link(UriInfo uri, int page, String relation) {
        var address = uri.getRequestUriBuilder().replaceQueryParam("page", page).build();
        return "<" + address.getRawPath() + "?" + address.getRawQuery() + ">; rel=\"" + relation + "\"";
    }
}
