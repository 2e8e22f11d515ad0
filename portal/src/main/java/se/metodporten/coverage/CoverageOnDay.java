package se.metodporten.coverage;

import java.time.LocalDate;

/** The sum of all that the reader may see, on one of several days. */
public record CoverageOnDay(LocalDate day, int inNeed, int covered) {}
