package se.metodporten.common.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses what a resource does not know: a filter that is misspelt must not answer with everything. */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        List<String> names = known.computeIfAbsent(method, KnownParameters::namesOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw BadParameter.unknown(name, names);
            }
            if (values.size() > 1) {
                throw BadParameter.twice(name);
            }
        });
    }

    private static List<String> namesOf(Method method) {
        return Declared.by(method).stream()
                .filter(declared -> !declared.inPath())
                .map(Declared::name)
                .toList();
    }
}
