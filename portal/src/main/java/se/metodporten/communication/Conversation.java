package se.metodporten.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about one topic at one place, until it is settled. */
@Entity
@Table(name = "conversation")
class Conversation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "place_id")
    private long placeId;

    private String topic;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Conversation() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Conversation(long placeId, String topic, Instant openedAt) {
        this.placeId = placeId;
        this.topic = topic;
        this.openedAt = openedAt;
    }

    long id() {
        return id;
    }

    void settleAt(Instant moment) {
        if (settledAt == null) {
            settledAt = moment;
        }
    }
}
