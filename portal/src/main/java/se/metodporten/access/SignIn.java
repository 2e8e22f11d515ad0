package se.metodporten.access;

import java.time.Instant;

/** Someone proved who they are. */
public record SignIn(long personId, Instant at) {}
