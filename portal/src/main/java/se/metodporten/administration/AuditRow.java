package se.metodporten.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did or tried. @param name of the actor, where it is a person */
public record AuditRow(
        long id,
        Instant at,
        String actor,
        @Nullable String name,
        String action,
        String outcome,
        @Nullable String subject,
        @Nullable String placeName,
        @Nullable String requestId,
        @Nullable String details) {}
