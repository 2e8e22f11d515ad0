package se.metodporten.desk;

import java.time.LocalDate;
import java.util.List;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.role.Role;

/**
 * How a role stands where the reader may see it: the sentences, and the units to begin with.
 *
 * @param lacking units in need that are not covered today
 * @param losing units covered today that are not on {@code soon} if nobody acts
 * @param lackingFirst the most urgent of the lacking, a few; {@code losingFirst} likewise
 */
public record RoleAnswer(
        Role role,
        int inNeed,
        int lacking,
        List<Urgent> lackingFirst,
        int losing,
        List<Urgent> losingFirst,
        LocalDate soon) {

    /** A unit to do something about. @param mayAppoint whether the reader appoints there */
    public record Urgent(CoveredUnit unit, boolean mayAppoint) {}

    public RoleAnswer {
        lackingFirst = List.copyOf(lackingFirst);
        losingFirst = List.copyOf(losingFirst);
    }
}
