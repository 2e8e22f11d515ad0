package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import se.metodporten.access.Jobs;

/**
 * Ends, now and then, the conversations about places that are covered. Readers see a covered place as settled at once;
 * this only keeps an old conversation from coming back when the place lacks somebody again years later.
 */
@ApplicationScoped
class SettlingRequests {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Inject
    private AppointmentRequests requests;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs) {
        jobs.every(PAUSE, "appointment-requests", requests::settleCovered);
    }
}
