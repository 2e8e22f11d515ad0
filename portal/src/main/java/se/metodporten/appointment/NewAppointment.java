package se.metodporten.appointment;

import java.time.LocalDate;
import java.util.Set;

/**
 * An appointment as a manager asks for it.
 *
 * @param token of the form: the same form sent twice appoints once
 * @param placeId the place held
 * @param unitsServed beside the held one
 * @param attested codes of the requirements that the manager vouches for
 * @param licencesSeen codes of the licences that the manager has seen
 */
public record NewAppointment(
        String token,
        long personId,
        long roleId,
        long placeId,
        Set<Long> unitsServed,
        LocalDate from,
        Set<String> attested,
        Set<String> licencesSeen) {

    public NewAppointment {
        unitsServed = Set.copyOf(unitsServed);
        attested = Set.copyOf(attested);
        licencesSeen = Set.copyOf(licencesSeen);
    }
}
