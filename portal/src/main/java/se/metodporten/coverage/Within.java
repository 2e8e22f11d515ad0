package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;

/**
 * Where in the county the rows of a list lie, by the group that a figure is about; null: no limit.
 *
 * @param countyWide only units without a district
 * @param kindId only units of that kind
 * @param unitId only this place
 */
public record Within(
        @Nullable Long districtId,
        boolean countyWide,
        @Nullable Long organisationId,
        @Nullable Long kindId,
        @Nullable Long unitId) {

    public static final Within ALL = new Within(null, false, null, null, null);

    public Within only(long place) {
        return new Within(districtId, countyWide, organisationId, kindId, place);
    }

    /** Limited to the group that a figure at a level is about. */
    Within group(Level level, @Nullable Long group) {
        boolean district = level == Level.DISTRICT;
        return new Within(
                district ? group : districtId,
                district ? group == null : countyWide,
                level == Level.ORGANISATION ? group : organisationId,
                level == Level.KIND ? group : kindId,
                level == Level.UNIT ? group : unitId);
    }
}
