package se.metodporten.directory;

/** Why a file as a whole cannot be used; worded by {@code directory.refusal.<name>}. */
public enum Refusal {
    NO_ROWS,
    SPREADSHEET,
    UTF_16,
    NOT_TEXT,
    SEPARATOR,
    COLUMNS_MISSING,
    COLUMNS_UNKNOWN,
    COLUMNS_TWICE,
    BROKEN,
    /** What the portal knows changed between the report and the decision; the report is new. */
    CHANGED_MEANWHILE,
    /** Something in the portal or the database failed. */
    FAILED
}
