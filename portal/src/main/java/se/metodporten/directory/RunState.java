package se.metodporten.directory;

/** Where a file is on its way. */
public enum RunState {
    /** Its rows are being read and checked. */
    READING,
    /** The file as a whole cannot be used. */
    REFUSED,
    /** The report is there; somebody decides. */
    CHECKED,
    /** Its changes are being made, in one transaction. */
    APPLYING,
    APPLIED,
    /** A fault of the portal or the database stopped it; nothing was changed. */
    FAILED,
    DISCARDED;

    boolean working() {
        return this == READING || this == APPLYING;
    }
}
