package se.metodporten.organisation;

/** The levels of a county, from above. */
public enum PlaceKind {
    COUNTY,
    DISTRICT,
    ORGANISATION,
    UNIT
}
