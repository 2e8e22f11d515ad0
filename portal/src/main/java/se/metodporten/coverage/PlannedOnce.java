package se.metodporten.coverage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What planned trainings make of a question's role: worked out when it is first needed, once for all that is asked with it.
 * For one reader's one request; not for several threads.
 */
public final class PlannedOnce {

    private boolean known;
    private @Nullable String periods;

    @Nullable
    String get(Supplier<@Nullable String> work) {
        if (!known) {
            periods = work.get();
            known = true;
        }
        return periods;
    }
}
