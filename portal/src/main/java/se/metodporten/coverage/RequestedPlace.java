package se.metodporten.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.communication.Responsible;

/**
 * A place about which a manager is to be asked.
 *
 * @param managers who will be written to; empty when nobody is known
 * @param state of a request that is already open
 */
public record RequestedPlace(
        CoveredUnit place,
        List<Responsible.Contact> managers,
        @Nullable RequestState state) {

    public RequestedPlace {
        managers = List.copyOf(managers);
    }

    /** Only a place that lacks somebody, and has somebody to ask. */
    public boolean askable() {
        return place.state() != CoverageState.COVERED && !managers.isEmpty();
    }
}
