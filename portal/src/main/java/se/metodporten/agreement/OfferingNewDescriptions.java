package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import se.metodporten.access.Jobs;

/** From the day a description applies, offers it to those whose agreement its transition end would end (rule 9). */
@ApplicationScoped
class OfferingNewDescriptions {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int CHUNK = 100;

    @Inject
    private Agreements agreements;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs) {
        jobs.every(PAUSE, "new-descriptions", () -> {
            int offered = agreements.offerNewDescriptions(CHUNK);
            while (offered == CHUNK) {
                offered = agreements.offerNewDescriptions(CHUNK);
            }
        });
    }
}
