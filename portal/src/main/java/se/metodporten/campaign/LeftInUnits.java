package se.metodporten.campaign;

import java.time.LocalDate;

/** How many of those whom the reader manages have not done what a campaign asks. */
public record LeftInUnits(long id, String title, LocalDate lastDay, int people) {}
