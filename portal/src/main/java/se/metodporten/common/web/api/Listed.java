package se.metodporten.common.web.api;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.Page;

/** One page of a list; the header {@code Link} leads to the others. */
@Schema(description = "One page of a list. The header Link leads to the first, previous, next and last page.")
public record Listed<T>(
        List<T> items,

        @Schema(description = "how many there are on all pages together")
        int total,

        @Schema(description = "the number of this page, from 1")
        int page,

        @Schema(description = "the most items on a page") int size,

        @Schema(description = "how many pages there are, at least 1")
        int pages)
        implements Paged {

    public Listed {
        items = List.copyOf(items);
    }

    @Override
    public Listed<?> paged() {
        return this;
    }

    /** @param shown how the API tells of one row */
    public static <R, T> Listed<T> of(Page<R> found, Function<R, T> shown) {
        return new Listed<>(
                found.rows().stream().map(shown).toList(), found.total(), found.number(), found.size(), found.pages());
    }
}
