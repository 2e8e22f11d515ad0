package se.metodporten.scorm;

import java.util.Arrays;
import java.util.Optional;

/** The standards a package can be written for; all editions of SCORM 2004 run by the data model of the fourth. */
public enum Standard {
    SCORM_1_2("1.2"),
    SCORM_2004("2004");

    private final String code;

    Standard(String code) {
        this.code = code;
    }

    /** As it stands in stored attempts and in the player's protocol. */
    public String code() {
        return code;
    }

    public static Optional<Standard> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
