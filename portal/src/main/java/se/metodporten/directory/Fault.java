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
    DUPLICATE,
    KIND,
    ORGANISATION,
    DISTRICT,
    OTHER_DISTRICT,
    UNIT,
    UNIT_CLOSED;

    /** Found by comparing rows with each other and with what the portal knows, so looked for again before applying. */
    boolean foundByComparing() {
        return compareTo(DUPLICATE) >= 0;
    }
}
