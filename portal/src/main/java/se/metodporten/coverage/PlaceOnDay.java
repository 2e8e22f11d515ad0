package se.metodporten.coverage;

import java.time.LocalDate;

/** How a place in need stands on a day. */
public record PlaceOnDay(long placeId, String name, LocalDate day, CoverageState state, int need) {}
