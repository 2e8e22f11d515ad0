package se.metodporten.coverage;

/** What figures are grouped by. */
public enum Level {
    /** By district; units that belong to none are the county-wide ones, a line of their own. */
    DISTRICT,
    ORGANISATION,
    /** By kind of unit. */
    KIND,
    UNIT
}
