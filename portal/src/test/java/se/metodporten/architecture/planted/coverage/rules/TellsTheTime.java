package se.metodporten.architecture.planted.coverage.rules;

import java.time.Clock;
import java.time.Instant;

/** A rule that is not pure. */
class TellsTheTime {
    Instant now(Clock clock) {
        return clock.instant();
    }
}
