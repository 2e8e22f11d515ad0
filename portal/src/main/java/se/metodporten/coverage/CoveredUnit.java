package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;

/**
 * A unit in need, in a list.
 *
 * @param certified different persons who serve it and are certified or due for a refresher
 * @param appointed different persons who serve it, whatever their standing
 */
public record CoveredUnit(
        long unitId,
        String unitName,
        @Nullable Long organisationId,
        @Nullable String organisationName,
        @Nullable String districtName,
        String kindSv,
        String kindEn,
        int need,
        int certified,
        int appointed,
        CoverageState state) {}
