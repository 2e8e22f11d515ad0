package se.metodporten.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Produces the one clock; services inject it, everything below them takes dates. */
@ApplicationScoped
class Clocks {

    /** Ticks in microseconds, as the database keeps moments: what is written is what is read. */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.system(CountyTime.ZONE), Duration.ofNanos(1_000));
    }
}
