package se.metodporten.administration;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person in the list of accounts. @param accountId null when there is no account */
public record AccountRow(
        long personId,
        String name,
        @Nullable String email,
        @Nullable Long accountId,
        AccountState state,
        @Nullable Instant lastSignIn)
        implements Serializable {}
