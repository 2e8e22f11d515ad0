package se.metodporten.scorm.runtime;

import se.metodporten.scorm.Standard;

/**
 * Why a set is refused, with the numbers of both standards (Run-Time Environment 1.2, §3.3.2; 2004 4th edition, §3.1.7).
 */
public enum ErrorCode {
    /** Something that the standards have no number for: content had finished, the attempt is full. */
    GENERAL(101, 351),
    /** An index that leaves a gap, or a value that another row has taken. */
    INVALID_ARGUMENT(201, 351),
    NOT_IMPLEMENTED(401, 401),
    KEYWORD(402, 404),
    READ_ONLY(403, 404),
    INCORRECT_TYPE(405, 406),
    OUT_OF_RANGE(405, 407),
    /** What must be said first has not been said. */
    DEPENDENCY(201, 408);

    private final int scorm12;
    private final int scorm2004;

    ErrorCode(int scorm12, int scorm2004) {
        this.scorm12 = scorm12;
        this.scorm2004 = scorm2004;
    }

    public int number(Standard standard) {
        return switch (standard) {
            case SCORM_1_2 -> scorm12;
            case SCORM_2004 -> scorm2004;
        };
    }
}
