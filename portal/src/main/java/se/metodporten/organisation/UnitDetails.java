package se.metodporten.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What holds of a unit during a period.
 *
 * @param districtId null: the organisation's own district, or county-wide where it has none (a region's unit)
 */
public record UnitDetails(
        String name,
        long unitKindId,
        long organisationId,
        @Nullable Long districtId) {}
