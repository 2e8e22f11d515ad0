package se.metodporten.role;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that an organisation gives a role.
 *
 * @param sharePercent of full working time; null: nothing is said about it
 * @param additions to the common description, in Swedish; empty: none
 * @param validFrom null where the organisation has none
 */
public record OrganisationTerms(
        long organisationId,
        String organisation,
        @Nullable Integer sharePercent,
        String additions,
        @Nullable LocalDate validFrom) {}
