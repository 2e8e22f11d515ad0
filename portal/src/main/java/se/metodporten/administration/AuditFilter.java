package se.metodporten.administration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which audit rows to show.
 *
 * @param text an actor, subject, action or request id, whole or in part; empty: all
 * @param outcome {@code DONE} or {@code REFUSED}; null: both
 */
public record AuditFilter(
        String text,
        @Nullable String outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate through) {}
