package se.metodporten.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.metodporten.common.DomainException;

/** Something that was said; never changed. */
@Entity
@Table(name = "conversation_message")
class Message {

    private static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "conversation_id")
    private long conversation;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Column(name = "author_id")
    private long author;

    private String text;

    @Column(name = "written_at")
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Message() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Message(long conversation, MessageKind kind, long author, String text, Instant writtenAt) {
        if (text.isEmpty() && kind != MessageKind.ASKED) {
            throw DomainException.at("text", "communication.refused.empty");
        }
        if (text.length() > LONGEST) {
            throw DomainException.at("text", "communication.refused.long", LONGEST);
        }
        this.conversation = conversation;
        this.kind = kind;
        this.author = author;
        this.text = text;
        this.writtenAt = writtenAt;
    }
}
