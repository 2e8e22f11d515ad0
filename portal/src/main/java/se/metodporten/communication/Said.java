package se.metodporten.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is read.
 *
 * @param author name; null where the reader may not know it
 * @param mine whether the reader wrote it
 */
public record Said(MessageKind kind, @Nullable String author, boolean mine, String text, Instant writtenAt) {}
