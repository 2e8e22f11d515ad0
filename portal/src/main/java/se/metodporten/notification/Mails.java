package se.metodporten.notification;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Containing;
import se.metodporten.common.Database;
import se.metodporten.common.Page;

/** The outbox as an administrator sees it. */
@Service
public class Mails {

    private static final String FILTER = """
            from mail where (:state is null or state = :state)
            and (:text is null or address like :text escape '|' or subject like :text escape '|')""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A mail in the list. */
    public record Row(
            long id,
            String address,
            String subject,
            MailState state,
            Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {}

    /** A whole mail. */
    public record Whole(
            long id,
            String address,
            String subject,
            String body,
            MailState state,
            int attempts,
            Instant queuedAt,
            Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {

        public boolean isWaiting() {
            return state == MailState.QUEUED || state == MailState.FAILED;
        }
    }

    /** Newest first. @param text part of an address or subject; empty: all */
    public Page<Row> find(@Nullable MailState state, String text, int page) {
        guard.requireAnywhere(Action.INSPECT);
        String like = text.isBlank() ? null : Containing.pattern(text);
        return database.query(handle -> {
            int total = handle.createQuery("select count(*) " + FILTER)
                    .bind("state", state == null ? null : state.name())
                    .bind("text", like)
                    .mapTo(int.class)
                    .one();
            List<Row> rows = handle.createQuery("select id, address, subject, state, queued_at, sent_at, last_error "
                            + FILTER + " order by id desc limit :size offset :offset")
                    .bind("state", state == null ? null : state.name())
                    .bind("text", like)
                    .bind("size", Page.SIZE)
                    .bind("offset", (page - 1) * Page.SIZE)
                    .map(ConstructorMapper.of(Row.class))
                    .list();
            return new Page<>(rows, total, page, Page.SIZE);
        });
    }

    /** Links that let their owner in are shown only where nothing is sent, on a trial's caught mails. */
    public Whole read(long id) {
        guard.requireAnywhere(Action.INSPECT);
        Whole mail = database.query(handle -> handle.createQuery("select * from mail where id = :id")
                        .bind("id", id)
                        .map(ConstructorMapper.of(Whole.class))
                        .findOne())
                .orElseThrow(() -> guard.refusal(Action.INSPECT.name(), "mail:" + id));
        audit.done(guard.reader().actor(), "READ_MAIL", "mail:" + id, null, null);
        return mail.state() == MailState.CAUGHT ? mail : withoutTokens(mail);
    }

    public void tryAgain(long id) {
        guard.requireAnywhere(Action.ADMINISTER);
        Mail mail = Objects.requireNonNull(entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE));
        mail.tryAgainAt(clock.instant());
        audit.done(guard.reader().actor(), "RETRY_MAIL", "mail:" + id, null, null);
    }

    private static Whole withoutTokens(Whole mail) {
        return new Whole(
                mail.id(),
                mail.address(),
                mail.subject(),
                Mail.withoutTokens(mail.body()),
                mail.state(),
                mail.attempts(),
                mail.queuedAt(),
                mail.nextAttemptAt(),
                mail.sentAt(),
                mail.lastError());
    }
}
