package se.metodporten.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import se.metodporten.access.Jobs;

/** The job that empties the outbox. Any number of nodes may run it. */
@ApplicationScoped
class Sending {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    private MailQueue queue;

    @Inject
    private MailSettings settings;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs) {
        if (!settings.catching()) {
            jobs.every(PAUSE, "mail", this::deliver);
        }
    }

    /** Sends what is due over one connection, each mail in a transaction of its own, until nothing is or the server cannot take more now. */
    void deliver() {
        try (Smtp smtp = new Smtp(settings.server())) {
            Optional<Letter> next = queue.take();
            while (next.isPresent() && deliver(smtp, next.get())) {
                next = queue.take();
            }
        }
    }

    private boolean deliver(Smtp smtp, Letter letter) {
        try {
            smtp.send(letter);
            queue.sent(letter);
            return true;
        } catch (Smtp.Refused refused) {
            queue.refused(letter, String.valueOf(refused.getMessage()));
            return true;
        } catch (Smtp.Unavailable unavailable) {
            queue.postponed(letter, String.valueOf(unavailable.getMessage()));
            return false;
        }
    }
}
