package se.metodporten.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sender needs of a mail it has taken. @param html the same as the body; null for plain text alone */
public record Letter(
        long id,
        String messageId,
        String address,
        String subject,
        String body,
        @Nullable String html,
        Instant queuedAt) {}
