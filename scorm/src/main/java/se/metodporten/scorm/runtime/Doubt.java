package se.metodporten.scorm.runtime;

/** What the standards allow but nobody would believe: kept, and told to the course's owner. */
public enum Doubt {
    /** Passed within ten seconds of all time spent. */
    PASSED_AT_ONCE,
    /** Passed with a score within a minute, and no answer was reported. */
    PASSED_UNANSWERED,
    /** Content claims more time than the player's clock has seen. */
    TIME_CLAIMED,
    /** A raw score outside the range that content itself gave. */
    SCORE_OUTSIDE_ITS_RANGE
}
