package se.metodporten.scorm;

import java.util.Arrays;
import java.util.Optional;

/** The standards a package can be written for. */
public enum Standard {
    SCORM_1_2("1.2", true),
    SCORM_2004("2004", false);

    private final String code;
    private final boolean runnable;

    Standard(String code, boolean runnable) {
        this.code = code;
        this.runnable = runnable;
    }

    /** As it stands in stored attempts and in the player's protocol. */
    public String code() {
        return code;
    }

    /** Whether {@code RunTime} can run it. */
    public boolean runnable() {
        return runnable;
    }

    public static Optional<Standard> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
