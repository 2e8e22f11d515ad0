package se.metodporten.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Which units a list shows, in which order. Null or blank: no limit.
 *
 * @param text part of the name or the HSA-id
 * @param countyWide only units without a district
 * @param falling in falling order
 * @param closed the units whose last day has passed, instead of those that are open or to come
 */
public record UnitSearch(
        String text,
        @Nullable Long kindId,
        @Nullable Long organisationId,
        @Nullable Long districtId,
        boolean countyWide,
        boolean closed,
        Sort sort,
        boolean falling) {

    /** Sortable columns. */
    public enum Sort {
        NAME("name"),
        KIND("kind_sv"),
        ORGANISATION("organisation"),
        DISTRICT("district");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    public static final UnitSearch ALL = new UnitSearch("", null, null, null, false, false, Sort.NAME, false);

    String order() {
        return sort.column + (falling ? " desc" : "") + ", name, code";
    }
}
