package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;

/**
 * An organisation's units of one district, for the map of the county.
 *
 * @param tileRow null for one that lies nowhere on the map (the region)
 * @param coveredBefore covered on the day compared with
 */
public record CoverageTile(
        long organisationId,
        String organisationName,
        String organisationKind,
        @Nullable Integer tileRow,
        @Nullable Integer tileColumn,
        @Nullable String tileName,
        @Nullable Long districtId,
        @Nullable String districtName,
        int inNeed,
        int covered,
        int partly,
        int coveredBefore) {}
