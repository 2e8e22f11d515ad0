package se.metodporten.role;

import java.util.Optional;

/**
 * A port: where an appointee goes to fulfil a requirement. Each feature that has something to offer (a course, a
 * training, an agreement) brings one bean; asked once for each step on a page, so it does no search of its own.
 */
public interface StepLink {

    /**
     * @param path within the portal, with its query
     * @param textKey of the button's text
     */
    record Link(String path, String textKey) {}

    /** Empty when this feature has nothing to offer for that kind of requirement. */
    Optional<Link> towards(Requirement requirement, long appointmentId);
}
