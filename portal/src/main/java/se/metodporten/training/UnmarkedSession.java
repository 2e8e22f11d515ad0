package se.metodporten.training;

import java.time.LocalDate;

/** A session that has been held and whose attendance nobody has marked. */
public record UnmarkedSession(long trainingId, long sessionId, String title, LocalDate day) {}
