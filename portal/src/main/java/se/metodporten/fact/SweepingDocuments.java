package se.metodporten.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import se.metodporten.access.Jobs;

/** Now and then removes files that no fact came to rest on. */
@ApplicationScoped
class SweepingDocuments {

    private static final Duration PAUSE = Duration.ofHours(6);

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs, Documents documents) {
        jobs.every(PAUSE, "sweep-documents", documents::sweep);
    }
}
