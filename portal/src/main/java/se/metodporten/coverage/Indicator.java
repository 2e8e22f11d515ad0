package se.metodporten.coverage;

/**
 * A figure of coverage, with a definition one can open: {@code indicator.<field>.<name>} in the bundles, where a field
 * that is the same for all of a subject stands as {@code indicator.<field>.<subject>}.
 */
public enum Indicator {
    IN_NEED(Subject.PLACES, Direction.NONE),
    COVERED(Subject.PLACES, Direction.UP),
    PARTLY(Subject.PLACES, Direction.DOWN),
    NOT_COVERED(Subject.PLACES, Direction.DOWN),
    VACANT(Subject.PLACES, Direction.DOWN),
    SHARE(Subject.SHARES, Direction.UP),
    LOST(Subject.PLACES, Direction.DOWN),
    TREND(Subject.PLACES, Direction.UP),
    AHEAD(Subject.SHARES, Direction.UP),
    STANDINGS(Subject.PEOPLE, Direction.NONE),
    RENEWAL(Subject.PEOPLE, Direction.NONE),
    LAPSED(Subject.PEOPLE, Direction.DOWN),
    NEVER_OFFERED(Subject.PEOPLE, Direction.DOWN),
    SEATS(Subject.SEATS, Direction.UP);

    /** What it counts. */
    public enum Subject {
        PLACES,
        SHARES,
        PEOPLE,
        SEATS
    }

    /** Whether more is better. */
    public enum Direction {
        UP,
        DOWN,
        NONE
    }

    private final Subject subject;
    private final Direction direction;

    Indicator(Subject subject, Direction direction) {
        this.subject = subject;
        this.direction = direction;
    }

    public Subject subject() {
        return subject;
    }

    public Direction direction() {
        return direction;
    }
}
