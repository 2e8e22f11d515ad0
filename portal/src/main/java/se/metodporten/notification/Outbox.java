package se.metodporten.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;

/**
 * Where a service puts a mail, in its own transaction: it is sent if, and only if, what it tells of is committed.
 * Plain text, for digests also as a page, in the language of whoever gets it; links by {@link se.metodporten.common.PublicAddress}.
 */
@ApplicationScoped
public class Outbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock clock;

    /** To the person's address; a person without one is left for an administrator to see among the failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(long personId, String subject, String body) {
        Optional<String> address = database.query(handle -> handle.createQuery("""
                        select coalesce(p.email, a.username) from person p
                        left join account a on a.person_id = p.id
                        where p.id = :person and coalesce(p.email, a.username) is not null""")
                .bind("person", personId)
                .mapTo(String.class)
                .findOne());
        if (address.isPresent()) {
            write(personId, address.get(), subject, body);
        } else {
            entities.persist(Mail.withoutAddress(personId, subject, body, clock.instant()));
        }
    }

    /** To an address that belongs to no person known here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(String address, String subject, String body) {
        write(null, address, subject, body);
    }

    /**
     * Many at once, in one statement however many.
     *
     * @return each person's Message-ID
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, String> postAll(List<Post> posts) {
        Map<Long, String> messageIds = new LinkedHashMap<>();
        if (posts.isEmpty()) {
            return messageIds;
        }
        Instant now = clock.instant();
        MailState state = settings.catching() ? MailState.CAUGHT : MailState.QUEUED;
        database.execute(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into mail (message_id, person_id, address, subject, body, body_html, state, next_attempt_at,
                                      last_error, queued_at)
                    values (:message, :person, :address, :subject, :text, :html, :state, :now, :error, :now)""");
            for (Post post : posts) {
                String messageId = Mail.newMessageId();
                messageIds.put(post.personId(), messageId);
                batch.bind("message", messageId)
                        .bind("person", post.personId())
                        .bind("address", post.address() == null ? "" : post.address())
                        .bind("subject", Mail.oneLine(post.subject()))
                        .bind("text", post.text())
                        .bind("html", post.html())
                        .bind("state", (post.address() == null ? MailState.FAILED : state).name())
                        .bind("error", post.address() == null ? Mail.NO_ADDRESS : null)
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
        return messageIds;
    }

    void write(@Nullable Long personId, String address, String subject, String body) {
        Instant now = clock.instant();
        entities.persist(
                settings.catching()
                        ? Mail.caught(personId, address, subject, body, now)
                        : Mail.queued(personId, address, subject, body, now));
    }
}
