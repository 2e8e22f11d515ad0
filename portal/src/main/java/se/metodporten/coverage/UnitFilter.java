package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Paging;
import se.metodporten.organisation.OrganisationKind;

/**
 * Which places in need a list shows (units, or organisations where the role is held at those); null: no limit.
 *
 * @param lacking only units that are not covered, whatever the reason
 * @param lostBy only units that are covered on the date but no longer on this later day if nobody acts
 * @param countyWide only units without a district
 * @param beside the county-wide units that lie outside the reader's places, instead of those inside
 * @param kindId only units of that kind
 * @param organisationKind only organisations of that kind, no units
 * @param unitId only this place
 */
public record UnitFilter(
        @Nullable CoverageState state,
        boolean lacking,
        @Nullable LocalDate lostBy,
        @Nullable Long districtId,
        boolean countyWide,
        boolean beside,
        @Nullable Long organisationId,
        @Nullable Long kindId,
        @Nullable OrganisationKind organisationKind,
        @Nullable Long unitId,
        Sort sort,
        boolean descending,
        Paging paging) {

    /** Sortable columns. */
    public enum Sort {
        NAME("c.unit_name"),
        ORGANISATION("c.organisation_name"),
        KIND("coalesce(k.name_sv, c.own_kind)"),
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
    public static final UnitFilter ALL = new UnitFilter(
            null, false, null, null, false, false, null, null, null, null, Sort.NAME, false, Paging.FIRST);

    public UnitFilter in(CoverageState only) {
        return new UnitFilter(
                only,
                lacking,
                lostBy,
                districtId,
                countyWide,
                beside,
                organisationId,
                kindId,
                organisationKind,
                unitId,
                sort,
                descending,
                paging);
    }

    /** Only units that are not covered; those where nobody is appointed first. */
    public UnitFilter lackingMostUrgentFirst() {
        return new UnitFilter(
                state,
                true,
                lostBy,
                districtId,
                countyWide,
                beside,
                organisationId,
                kindId,
                organisationKind,
                unitId,
                Sort.STATE,
                false,
                paging);
    }

    /** Only the first of them. */
    public UnitFilter first(int most) {
        return new UnitFilter(
                state,
                lacking,
                lostBy,
                districtId,
                countyWide,
                beside,
                organisationId,
                kindId,
                organisationKind,
                unitId,
                sort,
                descending,
                new Paging(1, most));
    }

    /** Only that place. */
    public UnitFilter only(long place) {
        return new UnitFilter(
                state,
                lacking,
                lostBy,
                districtId,
                countyWide,
                beside,
                organisationId,
                kindId,
                organisationKind,
                place,
                sort,
                descending,
                paging);
    }

    /** Only units that are lost by a day. */
    public UnitFilter lostBy(LocalDate day) {
        return new UnitFilter(
                state,
                lacking,
                day,
                districtId,
                countyWide,
                beside,
                organisationId,
                kindId,
                organisationKind,
                unitId,
                sort,
                descending,
                paging);
    }

    /** Limited to the group that a figure at a level is about. */
    public UnitFilter group(Level level, CoverageFigure figure) {
        boolean district = level == Level.DISTRICT;
        return new UnitFilter(
                state,
                lacking,
                lostBy,
                district ? figure.groupId() : districtId,
                district ? figure.groupId() == null : countyWide,
                figure.beside(),
                level == Level.ORGANISATION ? figure.groupId() : organisationId,
                level == Level.KIND ? figure.groupId() : kindId,
                level == Level.KIND ? figure.ownKind() : organisationKind,
                level == Level.UNIT ? figure.groupId() : unitId,
                sort,
                descending,
                paging);
    }
}
