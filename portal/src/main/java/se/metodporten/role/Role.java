package se.metodporten.role;

import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/** @param office what an appointee may do in the units served; null when the role gives no access of its own */
public record Role(
        long id,
        String code,
        Bilingual name,
        Bilingual purpose,
        HeldAt heldAt,
        @Nullable String office) {

    /** The kind of place that a role is held at. */
    public enum HeldAt {
        UNIT,
        ORGANISATION
    }
}
