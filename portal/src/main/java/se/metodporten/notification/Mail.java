package se.metodporten.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;

/** One mail on its way. Sent at least once, always with the same Message-ID, so that a double can be told. */
@Entity
@Table(name = "mail")
class Mail {

    static final String NO_ADDRESS = "no address";

    static final Duration LEASE = Duration.ofMinutes(5);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    static final Duration GIVES_UP_AFTER = Duration.ofDays(5);

    private static final Pattern TOKEN = Pattern.compile("token=[A-Za-z0-9_-]+");
    private static final int LONGEST_SUBJECT = 250;
    private static final int LONGEST_ERROR = 500;
    private static final int LARGEST_STEP = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "person_id")
    private @Nullable Long personId;

    private String address;
    private String subject;
    private String body;

    @Column(name = "body_html")
    private @Nullable String html;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Mail() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    private Mail(MailState state, @Nullable Long personId, String address, String subject, String body, Instant now) {
        this.messageId = newMessageId();
        this.personId = personId;
        this.address = address;
        this.subject = oneLine(subject);
        this.body = body;
        this.state = state;
        this.nextAttemptAt = now;
        this.queuedAt = now;
    }

    static Mail queued(@Nullable Long personId, String address, String subject, String body, Instant now) {
        return new Mail(MailState.QUEUED, personId, address, subject, body, now);
    }

    /** Kept to be read on the administrator's page only: no mail server is configured. */
    static Mail caught(@Nullable Long personId, String address, String subject, String body, Instant now) {
        return new Mail(MailState.CAUGHT, personId, address, subject, body, now);
    }

    /** Could never leave: the person has no address. An administrator sees it. */
    static Mail withoutAddress(long personId, String subject, String body, Instant now) {
        Mail mail = new Mail(MailState.FAILED, personId, "", subject, body, now);
        mail.lastError = NO_ADDRESS;
        return mail;
    }

    /** Taken by a sender; if that one dies, another may take it when the lease has run out. */
    void takenAt(Instant now) {
        state = MailState.SENDING;
        attempts++;
        nextAttemptAt = now.plus(LEASE);
    }

    /** What lets its reader in is kept no longer than needed. */
    void sentAt(Instant now) {
        state = MailState.SENT;
        body = withoutTokens(body);
        sentAt = now;
        lastError = null;
    }

    /** The server could not take it now: waits 1, 2, 4 … minutes, then hourly, for five days. */
    void postponedAt(Instant now, String error) {
        lastError = cut(error, LONGEST_ERROR);
        if (now.isAfter(queuedAt.plus(GIVES_UP_AFTER))) {
            state = MailState.FAILED;
            return;
        }
        state = MailState.QUEUED;
        Duration wait = Duration.ofMinutes(1L << Math.min(attempts - 1, LARGEST_STEP));
        nextAttemptAt = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** The server will never take it, e.g. because the address does not exist. */
    void refused(String error) {
        state = MailState.FAILED;
        lastError = cut(error, LONGEST_ERROR);
    }

    /** An administrator asks for it to be tried again, now. */
    void tryAgainAt(Instant now) {
        if (state != MailState.FAILED && state != MailState.QUEUED) {
            throw new DomainException("notification.refused.notWaiting");
        }
        if (address.isEmpty()) {
            throw new DomainException("notification.refused.noAddress");
        }
        state = MailState.QUEUED;
        nextAttemptAt = now;
        queuedAt = now;
        attempts = 0;
    }

    static String withoutTokens(String body) {
        return TOKEN.matcher(body).replaceAll("token=…");
    }

    static String newMessageId() {
        return UUID.randomUUID() + "@metodporten";
    }

    static String oneLine(String subject) {
        return cut(subject.replaceAll("\\s+", " ").strip(), LONGEST_SUBJECT);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    Letter letter() {
        return new Letter(id, messageId, address, subject, body, html, queuedAt);
    }

    String body() {
        return body;
    }

    String messageId() {
        return messageId;
    }

    String subject() {
        return subject;
    }

    MailState state() {
        return state;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}
