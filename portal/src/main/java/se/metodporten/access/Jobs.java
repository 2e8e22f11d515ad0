package se.metodporten.access;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import se.metodporten.common.Outage;
import se.metodporten.common.RequestId;

/** Runs work again and again in the background, as a named system subject. A round that fails is logged; the next one comes. */
@ApplicationScoped
public class Jobs {

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Guard guard;

    private final List<Future<?>> running = new CopyOnWriteArrayList<>();

    /** @param name as audit rows and recorded_by columns will say it, after {@code system:} */
    public void every(Duration pause, String name, Runnable work) {
        running.add(executor.scheduleWithFixedDelay(
                () -> round(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void round(String name, Runnable work) {
        RequestId.begin();
        try {
            guard.asSystem(name, () -> {
                work.run();
                return true;
            });
        } catch (RuntimeException failed) {
            // A scheduled task that throws is never run again; the next round meets the same rows.
            if (Outage.in(failed).isPresent()) {
                LOG.log(System.Logger.Level.WARNING, "Job {0} waits for the database", name);
            } else {
                LOG.log(System.Logger.Level.ERROR, "Job " + name + " failed", failed);
            }
        } finally {
            RequestId.end();
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(job -> job.cancel(false));
    }
}
