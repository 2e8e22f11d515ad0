package se.metodporten.common.web.api;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A short list that comes whole. */
@Schema(description = "All there is; a short list that comes whole.")
public record All<T>(List<T> items) {

    public All {
        items = List.copyOf(items);
    }

    /** @param shown how the API tells of one row */
    public static <R, T> All<T> of(Collection<R> found, Function<R, T> shown) {
        return new All<>(found.stream().map(shown).toList());
    }
}
