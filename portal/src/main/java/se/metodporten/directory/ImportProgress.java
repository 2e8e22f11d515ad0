package se.metodporten.directory;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;

/** How far a file has come, told beside the transaction that works on it. */
@Service
public class ImportProgress {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** So many more rows are done. */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public void advance(long run, int rows) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.execute(handle -> handle.createUpdate(
                        "update import_run set done = done + :rows, progressed_at = :now where id = :run")
                .bind("rows", rows)
                .bind("now", clock.instant())
                .bind("run", run)
                .execute());
    }
}
