package se.metodporten.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;

/**
 * Where a service puts a mail, in its own transaction: it is sent if, and only if, what it tells of is committed.
 * Plain text, in the language of whoever gets it; links by {@link se.metodporten.common.PublicAddress}.
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

    void write(@Nullable Long personId, String address, String subject, String body) {
        Instant now = clock.instant();
        entities.persist(
                settings.catching()
                        ? Mail.caught(personId, address, subject, body, now)
                        : Mail.queued(personId, address, subject, body, now));
    }
}
