package se.metodporten.coverage;

/** How a place in need stands on a date. */
public enum CoverageState {
    /** At least as many different certified persons serve it as it needs. */
    COVERED,
    /** Some, but fewer than it needs. */
    PARTLY,
    /** Someone is appointed, but nobody is certified. */
    NOT_COVERED,
    /** Nobody is appointed. */
    VACANT
}
