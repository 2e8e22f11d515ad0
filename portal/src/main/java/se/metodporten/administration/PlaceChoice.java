package se.metodporten.administration;

/** A place in which an office can be given. @param kind COUNTY, DISTRICT, ORGANISATION or UNIT */
public record PlaceChoice(long id, String kind, String name) {}
