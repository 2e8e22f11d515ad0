package se.metodporten.common;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The portal is ready only while its database answers, soon: whoever watches or shares load between nodes does not wait.
 * However many ask, one question is under way.
 */
@ApplicationScoped
class DatabaseReadiness {

    private static final System.Logger LOG = System.getLogger(DatabaseReadiness.class.getName());
    private static final long SOON_SECONDS = 3;

    @Inject
    private Database database;

    @Resource
    private ManagedExecutorService executor;

    private @Nullable Future<?> asked;

    void tell(@Observes Readiness readiness) throws InterruptedException {
        try {
            question().get(SOON_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            readiness.notYet("Databasen svarar inte");
        } catch (ExecutionException failed) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", failed.getCause());
            readiness.notYet("Databasen svarar inte");
        }
    }

    private synchronized Future<?> question() {
        if (asked == null || asked.isDone()) {
            asked = executor.submit(() -> database.executeBeside(handle -> handle.execute("select 1")));
        }
        return asked;
    }
}
