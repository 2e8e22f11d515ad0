package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a role stands today in the reader's places.
 *
 * @param inNeed places that need it
 * @param lacking of these how many are not covered, {@code lackingFirst} the most urgent of them, a few
 * @param losing how many are covered but no longer on a later day if nobody acts; {@code losingFirst} a few of them, by name
 */
public record RoleInSight(
        long roleId,
        int inNeed,
        int lacking,
        List<CoveredUnit> lackingFirst,
        int losing,
        List<CoveredUnit> losingFirst) {

    public RoleInSight {
        lackingFirst = List.copyOf(lackingFirst);
        losingFirst = List.copyOf(losingFirst);
    }

    /** @param ends the first day without, by place */
    RoleInSight lostOn(Map<Long, LocalDate> ends) {
        List<CoveredUnit> told = losingFirst.stream()
                .map(unit -> unit.lostOn(ends.get(unit.unitId()), null))
                .toList();
        return new RoleInSight(roleId, inNeed, lacking, lackingFirst, losing, told);
    }
}
