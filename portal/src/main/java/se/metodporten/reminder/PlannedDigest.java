package se.metodporten.reminder;

/** Someone who gets a mail on a day. @param things reminders in it, before those that say the same are put together */
public record PlannedDigest(long personId, String name, int things) {}
