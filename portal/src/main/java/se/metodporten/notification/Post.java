package se.metodporten.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail to a person, in plain text and as a page that says the same.
 *
 * @param address null: the person has none; an administrator sees the mail among the failed
 */
public record Post(long personId, @Nullable String address, String subject, String text, String html) {}
