package se.metodporten.campaign;

import java.io.Serializable;
import java.util.List;

/**
 * Whom a campaign concerns: those who have one of the roles, and with {@code allStaff} whoever works in the units.
 *
 * @param ownerId the county or district whose campaign it is; nobody outside is reached
 * @param unitKinds only in units of these kinds; empty: of all
 * @param places only in these districts and organisations; empty: everywhere below the owner
 */
public record Audience(long ownerId, boolean allStaff, List<Long> roles, List<Long> unitKinds, List<Long> places)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public Audience {
        roles = roles.stream().distinct().sorted().toList();
        unitKinds = unitKinds.stream().distinct().sorted().toList();
        places = places.stream().distinct().sorted().toList();
    }
}
