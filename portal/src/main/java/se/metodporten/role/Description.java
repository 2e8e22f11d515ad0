package se.metodporten.role;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a role's assignment description (uppdragsbeskrivning), in Swedish as it was decided.
 *
 * @param transitionEnd the last day on which agreements on older versions hold (domain.md "Standing", rule 9); null: they
 *     hold until their own end
 */
public record Description(
        long id,
        long roleId,
        int number,
        String text,
        String decidedBy,
        LocalDate decidedOn,
        LocalDate appliesFrom,
        @Nullable LocalDate transitionEnd,
        Instant recordedAt) {}
