package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Jobs;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.role.RoleDecided;

/**
 * Brings a decided change of a role to the standings: some appointments at a time, each chunk a transaction with how far it
 * has come, so that it goes on after a stop, on whichever node. A new fact meets the new rules at once.
 */
@Service
public class RoleChangeSteps {

    private static final int CHUNK = 500;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private record Open(long id, long roleId, long lastId) {}

    /** How far a change has come. @param differing of those done, whose standing or its reasons changed */
    public record Progress(int done, int total, int differing, boolean finished) {}

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Dossiers dossiers;

    @Inject
    private StandingIndex index;

    @Inject
    private Clock clock;

    /** Begins the job, and hears of what is decided. */
    @ApplicationScoped
    static class Start {

        @Inject
        private Database database;

        void begin(
                @Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs, RoleChangeSteps steps) {
            jobs.every(PAUSE, "role-change", () -> {
                boolean more = steps.next();
                while (more) {
                    more = steps.next();
                }
            });
        }

        void hear(@Observes RoleDecided decided) {
            database.execute(handle -> handle.createUpdate("""
                            insert into role_change (role_id, role_version_id, description_version_id, total)
                            select :role, :version, :description, count(*) from appointment where role_id = :role""")
                    .bind("version", decided.versionId())
                    .bind("description", decided.descriptionId())
                    .bind("role", decided.roleId())
                    .execute());
        }
    }

    /** The next chunk. @return whether there may be more to do */
    public boolean next() {
        guard.requireSystem();
        return database.query(handle -> {
            Optional<Open> open = open(handle);
            open.ifPresent(change -> step(handle, change));
            return open.isPresent();
        });
    }

    /** Of a decision; empty when it was not made here. */
    public Optional<Progress> progress(RoleDecided decided) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return database.query(handle -> handle.createQuery("""
                        select done, total, differing, finished_at is not null finished from role_change
                        where role_version_id = :version or description_version_id = :description""")
                .bind("version", decided.versionId())
                .bind("description", decided.descriptionId())
                .map(RecordRows.of(Progress.class))
                .findOne());
    }

    private static Optional<Open> open(Handle handle) {
        return handle.createQuery("""
                        select c.id, c.role_id, c.last_id from role_change c
                        where c.finished_at is null order by c.id limit 1 for update skip locked""").map(RecordRows.of(Open.class)).findOne();
    }

    private void step(Handle handle, Open change) {
        List<Dossier> chunk = dossiers.lockedOfRole(change.roleId, change.lastId, CHUNK);
        int differing = index.bring(chunk, dossiers.rules(), clock.instant());
        long last = chunk.isEmpty()
                ? change.lastId
                : chunk.get(chunk.size() - 1).appointee().appointmentId();
        handle.createUpdate("""
                        update role_change set last_id = :last, done = done + :done, differing = differing + :differing,
                               total = greatest(total, done), finished_at = :finished
                        where id = :id""")
                .bind("last", last)
                .bind("done", chunk.size())
                .bind("differing", differing)
                .bind("finished", chunk.size() < CHUNK ? clock.instant() : null)
                .bind("id", change.id)
                .execute();
    }
}
