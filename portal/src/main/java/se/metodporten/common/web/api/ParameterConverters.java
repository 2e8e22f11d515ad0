package se.metodporten.common.web.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of all resources by their declared types; see {@link Reading}. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return Declared.of(genericType, annotations)
                .map(declared -> new Converter<T>(declared, Reading.of(declared)))
                .orElse(null);
    }

    /** An empty value is none; in a path, what cannot be read names nothing. */
    private record Converter<T>(Declared declared, Reading reading) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T fromString(@Nullable String given) {
            String text = given == null || given.isBlank() ? declared.byDefault() : given;
            if (text == null) {
                return null;
            }
            try {
                return (T) reading.read(text);
            } catch (BadParameter unreadable) {
                throw declared.inPath() ? new NotFoundException(unreadable) : unreadable;
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
