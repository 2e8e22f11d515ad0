package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;

/**
 * A unit in need, in a list.
 *
 * @param certified different persons who serve it and are certified or due for a refresher; null for who may not know
 *     of the unit's people: a number below five says who they are
 * @param appointed different persons who serve it, whatever their standing; null as above
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
        @Nullable Integer certified,
        @Nullable Integer appointed,
        CoverageState state) {}
