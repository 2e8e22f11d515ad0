package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which units a list shows; null: no limit.
 *
 * @param lacking only units that are not covered, whatever the reason
 * @param lostBy only units that are covered on the date but no longer on this later day if nobody acts
 * @param countyWide only units without a district
 * @param page from 1
 */
public record UnitFilter(
        @Nullable CoverageState state,
        boolean lacking,
        @Nullable LocalDate lostBy,
        @Nullable Long districtId,
        boolean countyWide,
        @Nullable Long organisationId,
        @Nullable Long kindId,
        @Nullable Long unitId,
        Sort sort,
        boolean descending,
        int page) {

    /** Sortable columns. */
    public enum Sort {
        NAME("c.unit_name"),
        ORGANISATION("c.organisation_name"),
        KIND("c.kind_name"),
        STATE("field(c.state, 'VACANT', 'NOT_COVERED', 'PARTLY', 'COVERED')");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** All units in need. */
    public static final UnitFilter ALL =
            new UnitFilter(null, false, null, null, false, null, null, null, Sort.NAME, false, 1);

    public UnitFilter in(CoverageState only) {
        return new UnitFilter(
                only, lacking, lostBy, districtId, countyWide, organisationId, kindId, unitId, sort, descending, page);
    }

    /** Only units that are lost by a day. */
    public UnitFilter lostBy(LocalDate day) {
        return new UnitFilter(
                state, lacking, day, districtId, countyWide, organisationId, kindId, unitId, sort, descending, page);
    }

    /** Limited to one group of figures at a level. */
    public UnitFilter group(Level level, @Nullable Long group) {
        return switch (level) {
            case DISTRICT ->
                new UnitFilter(
                        state,
                        lacking,
                        lostBy,
                        group,
                        group == null,
                        organisationId,
                        kindId,
                        unitId,
                        sort,
                        descending,
                        page);
            case ORGANISATION ->
                new UnitFilter(
                        state, lacking, lostBy, districtId, countyWide, group, kindId, unitId, sort, descending, page);
            case KIND ->
                new UnitFilter(
                        state,
                        lacking,
                        lostBy,
                        districtId,
                        countyWide,
                        organisationId,
                        group,
                        unitId,
                        sort,
                        descending,
                        page);
            case UNIT ->
                new UnitFilter(
                        state,
                        lacking,
                        lostBy,
                        districtId,
                        countyWide,
                        organisationId,
                        kindId,
                        group,
                        sort,
                        descending,
                        page);
        };
    }
}
