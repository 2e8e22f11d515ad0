package se.metodporten.common.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person by id, named where the reader may know the name. */
@Schema(description = "A person.")
public record Someone(
        long id,

        @Schema(description = "null: protected from this reader") @Nullable
        String name) {}
