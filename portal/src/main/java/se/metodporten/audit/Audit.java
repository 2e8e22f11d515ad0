package se.metodporten.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.common.RequestId;

/** Appends audit rows: refusals in a transaction of their own, what was done together with the deed. */
@ApplicationScoped
public class Audit {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** A refusal; stays although the transaction of what was refused rolls back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(String actor, String action, @Nullable String subject, @Nullable Long placeId) {
        database.executeBeside(handle -> append(handle, actor, action, "REFUSED", subject, placeId, null));
    }

    /**
     * Something done; committed together with it.
     *
     * @param subject {@code kind:id}, e.g. {@code appointment:12}
     * @param details ids and codes only, never personal data
     */
    @Transactional(Transactional.TxType.REQUIRED)
    public void done(
            String actor, String action, @Nullable String subject, @Nullable Long placeId, @Nullable String details) {
        database.execute(handle -> append(handle, actor, action, "DONE", subject, placeId, details));
    }

    private void append(
            Handle handle,
            String actor,
            String action,
            String outcome,
            @Nullable String subject,
            @Nullable Long placeId,
            @Nullable String details) {
        handle.createUpdate("""
                        insert into audit_event (at, actor, action, outcome, subject, place_id, request_id, details)
                        values (:at, :actor, :action, :outcome, :subject, :place, :request, :details)""")
                .bind("at", clock.instant())
                .bind("actor", actor)
                .bind("action", action)
                .bind("outcome", outcome)
                .bind("subject", subject)
                .bind("place", placeId)
                .bind("request", RequestId.current())
                .bind("details", details)
                .execute();
    }
}
