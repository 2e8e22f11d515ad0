package se.metodporten.notification;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;

/** The sender's side of the outbox: takes a mail by its row, commits, and only then sends it. */
@Service
public class MailQueue {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** The next mail that is due, marked as being sent. Senders beside each other get different ones. */
    public Optional<Letter> take() {
        guard.requireSystem();
        Instant now = clock.instant();
        List<?> due = entities.createNativeQuery("""
                        select * from mail where state in ('QUEUED', 'SENDING') and next_attempt_at <= ?
                        order by next_attempt_at, id limit 1 for update skip locked""", Mail.class)
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .getResultList();
        return due.stream().map(Mail.class::cast).findFirst().map(mail -> {
            mail.takenAt(now);
            return mail.letter();
        });
    }

    public void sent(Letter letter) {
        guard.requireSystem();
        find(letter).sentAt(clock.instant());
    }

    public void postponed(Letter letter, String error) {
        guard.requireSystem();
        find(letter).postponedAt(clock.instant(), error);
    }

    public void refused(Letter letter, String error) {
        guard.requireSystem();
        find(letter).refused(error);
    }

    private Mail find(Letter letter) {
        return Objects.requireNonNull(entities.find(Mail.class, letter.id()));
    }
}
