package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the API answers: the methods of all beans that have a path. */
@ApplicationScoped
class Resources {

    @Inject
    private BeanManager beans;

    /** One thing that can be asked. @param path below the API, with a slash before it */
    record Operation(String path, Class<?> resource, Method method) {

        /** The media type of the answer. */
        String produces() {
            Produces own = method.getAnnotation(Produces.class);
            return (own == null ? resource.getAnnotation(Produces.class) : own).value()[0];
        }
    }

    /** By path, in its order; several for one path answer in different media types. */
    Map<String, List<Operation>> operations() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(Resources::operationsOf)
                .sorted(Comparator.comparing(operation -> operation.method().getName()))
                .collect(Collectors.groupingBy(Operation::path, TreeMap::new, Collectors.toList()));
    }

    private static Stream<Operation> operationsOf(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .map(method -> new Operation(path(resource, method), resource, method));
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }
}
