package se.metodporten.reminder;

import java.time.LocalDate;

/** @param sent whether the day's mails have been written; if not, {@code mails} is how many will be if nothing happens until then */
public record DayAhead(LocalDate day, int mails, boolean sent) {}
