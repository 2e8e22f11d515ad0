package se.metodporten.role;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a role's assignment description, as somebody thinks of recording it.
 *
 * @param basedOn number of the newest version when the thinking began; 0 where there was none
 * @param transitionEnd null: agreements on older versions hold until their own end
 */
public record DescriptionDraft(
        long roleId,
        int basedOn,
        String text,
        String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate appliesFrom,
        @Nullable LocalDate transitionEnd) {}
