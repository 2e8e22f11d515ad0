package se.metodporten.reminder;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.notification.Outbox;
import se.metodporten.notification.Post;

/**
 * One weekday's sending. What is to be told is gathered once, in one statement; then digests are written to the outbox in
 * batches, each with what was told in one transaction. Whoever stops in between, the next goes on where that one was, and
 * two at once take turns at the day's row.
 */
@Service
public class ReminderRun {

    private static final int BATCH = 500;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress portal;

    @Inject
    private Clock clock;

    /**
     * Gathers what is to be told on a weekday, unless that was done. What an earlier run gathered and never told is
     * gathered anew, since it may no longer be so.
     */
    public void gather(LocalDate day) {
        guard.requireSystem();
        database.execute(handle -> {
            int began = handle.createUpdate("insert ignore into reminder_run (day, gathered_at) values (:day, :now)")
                    .bind("day", day)
                    .bind("now", clock.instant())
                    .execute();
            if (began == 1) {
                handle.createUpdate("delete from reminder where not told and day < :day")
                        .bind("day", day)
                        .execute();
                Gathering gathering = new Gathering(ReminderSql.rules(handle), day, ReminderSql.lastDone(handle, day));
                gathering
                        .bind(handle.createUpdate(
                                "insert into reminder (recipient_id, appointment_id, campaign_id, people, rule_id, event_day, day)"
                                        + " select g.recipient_id, g.appointment_id, g.campaign_id, g.people, g.rule_id,"
                                        + " g.event_day, :gatheredFor from ("
                                        + gathering.sql() + ") g"))
                        .bind("gatheredFor", day)
                        .execute();
            }
        });
    }

    /** The next batch of digests of a gathered day. @return whether there is more to do */
    public boolean next(LocalDate day) {
        guard.requireSystem();
        return database.query(handle -> {
            boolean open = handle.createQuery(
                                    "select count(*) from reminder_run where day = :day and finished_at is null for update")
                            .bind("day", day)
                            .mapTo(int.class)
                            .one()
                    > 0;
            List<Long> recipients = open ? untold(handle, day) : List.of();
            if (!recipients.isEmpty()) {
                tell(handle, day, recipients);
            } else if (open) {
                handle.createUpdate("update reminder_run set finished_at = :now where day = :day")
                        .bind("now", clock.instant())
                        .bind("day", day)
                        .execute();
            }
            return !recipients.isEmpty();
        });
    }

    private static List<Long> untold(Handle handle, LocalDate day) {
        return handle.createQuery("""
                        select distinct recipient_id from reminder where day = :day and not told
                        order by recipient_id limit :batch""")
                .bind("day", day)
                .bind("batch", BATCH)
                .mapTo(Long.class)
                .list();
    }

    private void tell(Handle handle, LocalDate day, List<Long> recipients) {
        Map<Long, List<Line>> lines = ReminderSql.lines(handle, new Gathered(day), recipients, false).stream()
                .collect(Collectors.groupingBy(Line::recipientId));
        Map<Long, ReminderSql.Addressee> addressees = ReminderSql.addressees(handle, recipients);
        List<Post> posts = new ArrayList<>();
        for (Long recipient : recipients) {
            ReminderSql.Addressee to = addressees.get(recipient);
            if (to != null) {
                Digest digest = Digest.of(
                        Words.language(to.language()),
                        to.givenName(),
                        lines.getOrDefault(recipient, List.of()),
                        portal);
                posts.add(new Post(to.id(), to.address(), digest.subject(), digest.text(), digest.html()));
            }
        }
        Map<Long, String> messageIds = outbox.postAll(posts);
        PreparedBatch digests = handle.prepareBatch(
                "insert into reminder_digest (day, person_id, message_id) values (:day, :person, :message)");
        messageIds.forEach((person, message) -> digests.bind("day", day)
                .bind("person", person)
                .bind("message", message)
                .add());
        digests.execute();
        handle.createUpdate("update reminder set told = true where day = :day and recipient_id in (<recipients>)")
                .bind("day", day)
                .bindList("recipients", recipients)
                .execute();
    }
}
