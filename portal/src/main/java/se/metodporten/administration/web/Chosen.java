package se.metodporten.administration.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A constant named in the URL; one that is none means no choice. */
final class Chosen {

    private Chosen() {}

    static <E extends Enum<E>> @Nullable E of(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
