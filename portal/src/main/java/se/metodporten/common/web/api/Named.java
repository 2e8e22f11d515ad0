package se.metodporten.common.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something by its id, with its name beside it. */
@Schema(description = "Something by its id, with its name on the day asked about.")
public record Named(long id, String name) {

    /** None where there is none. */
    public static @Nullable Named orNone(@Nullable Long id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }
}
