package se.metodporten.directory;

/** Why a row cannot be used; worded by {@code directory.fault.<name>}. */
public enum Fault {
    EMPTY,
    TOO_LONG,
    INVISIBLE,
    DIRECTION,
    /** Text in one encoding that was read as another before it came here. */
    GARBLED,
    CELLS,
    HSA_ID,
    DAY,
    DAY_RANGE,
    ORDER,
    EMAIL,
    FLAG,
    TYPE,
    /** A cell that rows of this type leave empty: the columns are shifted, or the type is another. */
    NOT_USED,
    SIGNED_LATER,
    DUPLICATE,
    KIND,
    ORGANISATION,
    DISTRICT,
    OTHER_DISTRICT,
    UNIT,
    UNIT_CLOSED,
    PERSON,
    OTHER_NAME,
    MERGE,
    ROLE,
    OTHER_ORGANISATION,
    OVERLAP,
    FUTURE,
    FAR,
    CODE,
    NO_APPOINTMENT,
    NOT_ASKED,
    NO_DESCRIPTION,
    OUTSIDE,
    NOT_HELD;

    /** Found by comparing rows with each other and with what the portal knows, so looked for again before applying. */
    boolean foundByComparing() {
        return compareTo(DUPLICATE) >= 0;
    }
}
