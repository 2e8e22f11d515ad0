package se.metodporten.common.web.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as a resource declares it, by its annotations: what is read, what is refused and what the description says
 * are all taken from here.
 *
 * @param inPath else in the query
 * @param byDefault as it would stand in an address; null for none
 */
record Declared(
        String name,
        boolean inPath,
        Type type,
        String description,
        @Nullable String byDefault,
        boolean required,
        @Nullable Long minimum,
        @Nullable Long maximum) {

    /** Those of a method, in their order, the fields of its {@code @BeanParam}s among them. */
    static List<Declared> by(Method method) {
        List<Declared> all = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    of(field.getGenericType(), field).ifPresent(all::add);
                }
            } else {
                of(parameter.getParameterizedType(), parameter).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Empty for what is no parameter of the request. */
    static Optional<Declared> of(Type type, Annotation[] annotations) {
        return of(type, new Annotated(annotations));
    }

    private static Optional<Declared> of(Type type, AnnotatedElement where) {
        QueryParam query = where.getAnnotation(QueryParam.class);
        PathParam path = where.getAnnotation(PathParam.class);
        if (query == null && path == null) {
            return Optional.empty();
        }
        DefaultValue byDefault = where.getAnnotation(DefaultValue.class);
        var told = where.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        Schema schema = told == null ? null : told.schema();
        return Optional.of(new Declared(
                path != null ? path.value() : query.value(),
                path != null,
                type,
                told == null ? "" : told.description(),
                byDefault == null ? null : byDefault.value(),
                path != null || (told != null && told.required()),
                schema == null ? null : bound(schema.minimum()),
                schema == null ? null : bound(schema.maximum())));
    }

    private static @Nullable Long bound(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    /** Annotations that come as an array. */
    private record Annotated(Annotation[] annotations) implements AnnotatedElement {

        @Override
        public <T extends Annotation> @Nullable T getAnnotation(Class<T> type) {
            return Arrays.stream(annotations)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Annotation[] getAnnotations() {
            return annotations;
        }

        @Override
        public Annotation[] getDeclaredAnnotations() {
            return annotations;
        }
    }
}
