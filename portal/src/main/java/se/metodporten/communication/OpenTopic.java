package se.metodporten.communication;

import java.time.Instant;

/**
 * Where an open conversation stands.
 *
 * @param lastKind of the last message that asked or declined
 * @param lastAt when that was written
 */
public record OpenTopic(
        long conversationId, long placeId, String topic, Instant openedAt, MessageKind lastKind, Instant lastAt) {

    public boolean isAnswered() {
        return lastKind != MessageKind.ASKED;
    }
}
