package se.metodporten.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * The conversations of all features. Not an entry point: whoever calls has asked the guard about the place, and runs in
 * a transaction.
 */
@ApplicationScoped
public class Conversations {

    private static final Duration SENT_TWICE = Duration.ofMinutes(10);
    private static final long NOBODY = 0L;

    private static final String OPEN = """
            select c.id conversation_id, c.place_id, c.topic, c.opened_at, m.kind last_kind, m.written_at last_at
            from conversation c
            join conversation_message m on m.id = (
              select max(l.id) from conversation_message l where l.conversation_id = c.id and l.kind <> 'WROTE')
            where c.settled_at is null and\s""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** What became of writing. @param authors everybody who has written in the conversation, the reader among them */
    public record Written(boolean isNew, List<Long> authors) {}

    private record Earlier(MessageKind kind, long author, String text, Instant writtenAt) {

        boolean isSame(MessageKind other, long by, String said, Instant now) {
            return kind == other
                    && author == by
                    && text.equals(said)
                    && writtenAt.plus(SENT_TWICE).isAfter(now);
        }
    }

    /**
     * Writes as the reader, in the open conversation or a new one; two who begin at once begin one. What the reader said
     * last, said again within minutes, is a form that was sent twice.
     */
    public Written write(long placeId, String topic, MessageKind kind, String text) {
        long author = guard.requireSignedIn();
        Conversation conversation = lockedOpen(placeId, topic).orElseGet(() -> {
            Conversation begun = new Conversation(placeId, topic, clock.instant());
            entities.persist(begun);
            entities.flush();
            return begun;
        });
        Instant now = clock.instant();
        Message message = new Message(conversation.id(), kind, author, text.strip(), now);
        List<Earlier> earlier = earlier(conversation.id());
        boolean isNew = earlier.isEmpty() || !earlier.get(earlier.size() - 1).isSame(kind, author, text.strip(), now);
        if (isNew) {
            entities.persist(message);
        }
        return new Written(
                isNew,
                Stream.concat(earlier.stream().map(Earlier::author), Stream.of(author))
                        .distinct()
                        .toList());
    }

    private List<Earlier> earlier(long conversation) {
        return database.query(handle -> handle.createQuery(
                        "select kind, author_id author, text, written_at from conversation_message where conversation_id = :id order by id")
                .bind("id", conversation)
                .map(RecordRows.of(Earlier.class))
                .list());
    }

    /** What has been said in the open conversation, first things first; empty when there is none. */
    public List<Said> said(long placeId, String topic) {
        NameScope scope = names.forReader();
        long reader = Objects.requireNonNullElse(guard.reader().personId(), NOBODY);
        return database.query(handle -> scope.bind(handle.createQuery("select m.kind, " + scope.name("p") + """
                                 author, p.id = :reader mine, m.text, m.written_at
                                from conversation c
                                join conversation_message m on m.conversation_id = c.id
                                join person o on o.id = m.author_id
                                join person p on p.id = coalesce(o.merged_into, o.id)
                                where c.place_id = :place and c.topic = :topic and c.settled_at is null
                                order by m.id"""))
                .bind("reader", reader)
                .bind("place", placeId)
                .bind("topic", topic)
                .map(RecordRows.of(Said.class))
                .list());
    }

    /** The open conversations about these places. */
    public List<OpenTopic> open(String topic, Collection<Long> places) {
        return places.isEmpty()
                ? List.of()
                : database.query(handle -> handle.createQuery(OPEN + "c.topic = :topic and c.place_id in (<places>)")
                        .bind("topic", topic)
                        .bindList("places", List.copyOf(places))
                        .map(RecordRows.of(OpenTopic.class))
                        .list());
    }

    /** All open conversations below some places, oldest first. */
    public List<OpenTopic> openBelow(Scope scope) {
        return database.query(handle -> scope.bind(
                        handle.createQuery(OPEN + scope.covers("c.place_id") + " order by c.opened_at, c.id"),
                        CountyTime.today(clock))
                .map(RecordRows.of(OpenTopic.class))
                .list());
    }

    /** The place has what was asked for; what is written later begins a new conversation. */
    public void settle(long conversationId) {
        Conversation conversation = Objects.requireNonNull(entities.find(Conversation.class, conversationId));
        conversation.settleAt(clock.instant());
    }

    private Optional<Conversation> lockedOpen(long placeId, String topic) {
        Optional<Long> open = database.query(handle -> {
            handle.createQuery("select id from place where id = :place for update")
                    .bind("place", placeId)
                    .mapTo(Long.class)
                    .list();
            return handle.createQuery("""
                            select id from conversation
                            where place_id = :place and topic = :topic and settled_at is null""")
                    .bind("place", placeId)
                    .bind("topic", topic)
                    .mapTo(Long.class)
                    .findOne();
        });
        return open.map(id -> Objects.requireNonNull(entities.find(Conversation.class, id)));
    }
}
