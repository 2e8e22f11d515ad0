package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.organisation.OrganisationKind;

/**
 * A place in need, in a list: a unit, or an organisation where the role is held at those.
 *
 * @param kindSv null of an organisation
 * @param ownKind null of a unit
 * @param certified different persons who serve it and are certified or due for a refresher; null for who may not know
 *     of the unit's people: a number below five says who they are
 * @param lostOn of a covered one the first day on which it is no longer, if nobody acts; null when that never comes
 * @param lostOnIfPlanned the same if planned trainings are taken, the end of days when it then never comes; null where it
 *     makes no difference or was not asked for
 * @param appointed different persons who serve it, whatever their standing; null as above
 */
public record CoveredUnit(
        long unitId,
        String unitName,
        @Nullable Long organisationId,
        @Nullable String organisationName,
        @Nullable Long districtId,
        @Nullable String districtName,
        @Nullable String kindSv,
        @Nullable String kindEn,
        @Nullable OrganisationKind ownKind,
        int need,
        @Nullable Integer certified,
        @Nullable Integer appointed,
        CoverageState state,
        @Nullable LocalDate lostOn,
        @Nullable LocalDate lostOnIfPlanned) {

    CoveredUnit lostOn(@Nullable LocalDate day, @Nullable LocalDate ifPlanned) {
        return new CoveredUnit(
                unitId,
                unitName,
                organisationId,
                organisationName,
                districtId,
                districtName,
                kindSv,
                kindEn,
                ownKind,
                need,
                certified,
                appointed,
                state,
                day,
                ifPlanned);
    }

    /** Whether it lacks somebody. */
    public boolean lacking() {
        return state != CoverageState.COVERED;
    }

    /** The last day on which it is covered, if nobody acts. */
    public @Nullable LocalDate coveredThrough() {
        return lostOn == null ? null : lostOn.minusDays(1);
    }
}
