package se.metodporten.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.metodporten.audit.Seals;

/** Seals what the audit has gathered, and tells whether all that was sealed is still what it was. */
@Service
public class AuditSealing {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    private Guard guard;

    @Inject
    private Seals seals;

    @Inject
    private Clock clock;

    /** Begins the job. */
    @ApplicationScoped
    static class Start {

        void begin(
                @Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs, AuditSealing sealing) {
            jobs.every(PAUSE, "audit", () -> {
                int sealed = sealing.next();
                while (sealed > 0) {
                    sealed = sealing.next();
                }
            });
        }
    }

    /** One batch, in one transaction. */
    public int next() {
        guard.requireSystem();
        return seals.next(clock.instant().minus(Seals.SETTLED_AFTER));
    }

    /** @return the first batch that was tampered with */
    public Optional<Seals.Seal> firstBroken() {
        guard.requireAnywhere(Action.INSPECT);
        return seals.firstBroken();
    }

    public Optional<Seals.Seal> last() {
        guard.requireAnywhere(Action.INSPECT);
        return seals.last();
    }
}
