package se.metodporten.campaign;

import org.jspecify.annotations.Nullable;

/** Which of the places a figure or list is about; nulls: all of them. @param countyWide only units without a district */
public record Part(
        @Nullable Long districtId,
        boolean countyWide,
        @Nullable Long organisationId,
        @Nullable Long unitId) {

    public static final Part ALL = new Part(null, false, null, null);
}
