package se.metodporten.certification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;

/** The rebuild that an administrator starts: runs in the background of this node, one at a time, and tells how far it is. */
@Service
public class RebuildJob {

    private static final System.Logger LOG = System.getLogger(RebuildJob.class.getName());

    /** Where the last rebuild is. */
    public enum Phase {
        NEVER_RUN,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param result only when it is done
     * @param at when that was so
     */
    public record State(
            Phase phase,
            int done,
            int total,
            Rebuild.@Nullable Result result,
            @Nullable Instant at) {}

    @Inject
    private Guard guard;

    @Inject
    private Rebuild rebuild;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile State state = new State(Phase.NEVER_RUN, 0, 0, null, null);

    /** Does nothing while one is running. */
    public void start() {
        guard.requireAnywhere(Action.ADMINISTER);
        if (!running.compareAndSet(false, true)) {
            return;
        }
        state = new State(Phase.RUNNING, 0, 0, null, clock.instant());
        audit.done(guard.reader().actor(), "REBUILD_STANDINGS", null, null, null);
        executor.execute(() -> guard.asSystem("rebuild", this::run));
    }

    public State state() {
        guard.requireAnywhere(Action.ADMINISTER);
        return state;
    }

    private State run() {
        try {
            Rebuild.Result result = rebuild.rebuild(
                    (done, total) -> state = new State(Phase.RUNNING, done, total, null, clock.instant()));
            state = new State(Phase.DONE, state.done, state.total, result, clock.instant());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The rebuild of standings failed", failed);
            state = new State(Phase.FAILED, state.done, state.total, null, clock.instant());
        } finally {
            running.set(false);
        }
        return state;
    }
}
