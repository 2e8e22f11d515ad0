package se.metodporten.notification;

import java.time.Instant;

/** What a sender needs of a mail it has taken. */
public record Letter(long id, String messageId, String address, String subject, String body, Instant queuedAt) {}
