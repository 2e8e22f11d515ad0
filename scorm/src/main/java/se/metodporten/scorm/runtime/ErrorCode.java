package se.metodporten.scorm.runtime;

/** The error codes of SCORM 1.2 that a set can meet (Run-Time Environment 1.2, §3.3.2). */
public enum ErrorCode {
    GENERAL(101),
    INVALID_ARGUMENT(201),
    NOT_IMPLEMENTED(401),
    KEYWORD(402),
    READ_ONLY(403),
    INCORRECT_TYPE(405);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
