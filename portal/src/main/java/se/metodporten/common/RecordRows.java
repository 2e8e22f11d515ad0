package se.metodporten.common;

import java.lang.reflect.Constructor;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructors;

/**
 * Maps rows to records by the names of their components. {@code ConstructorMapper.of} alone refuses, at run time, a
 * record that only its own package sees.
 */
public final class RecordRows {

    private static final ClassValue<RowMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RowMapper<?> computeValue(Class<?> type) {
            return mapper(type);
        }
    };

    private RecordRows() {}

    @SuppressWarnings("unchecked") // made of the same type
    public static <T extends Record> RowMapper<T> of(Class<T> type) {
        return (RowMapper<T>) MAPPERS.get(type);
    }

    private static <T> RowMapper<T> mapper(Class<T> type) {
        Constructor<T> constructor = JdbiConstructors.findConstructorFor(type);
        constructor.setAccessible(true);
        return ConstructorMapper.of(constructor);
    }
}
