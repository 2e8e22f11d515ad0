package se.metodporten.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Reader;
import se.metodporten.common.CountyTime;

/**
 * The one place that decides who may see the name, contact and place of a person with protected identity (domain.md "The
 * places"): the person, the own manager, the system administrator. Shapes answers; is no check by itself.
 */
@ApplicationScoped
public class Names {

    private static final long NOBODY = 0L;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** What this reader may see of names, as SQL. */
    public NameScope forReader() {
        Reader reader = guard.reader();
        return new NameScope(
                reader.system() || guard.mayAnywhere(Action.ADMINISTER),
                Objects.requireNonNullElse(reader.personId(), NOBODY),
                guard.placesFor(Action.APPOINT),
                CountyTime.today(clock));
    }
}
