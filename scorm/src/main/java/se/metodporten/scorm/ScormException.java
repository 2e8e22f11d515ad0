package se.metodporten.scorm;

import java.util.List;

/**
 * The only exception that leaves this library: a key that the caller puts into words, and its arguments. What is wrong
 * with a package or with a single value is no exception but part of the answer.
 */
public final class ScormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public ScormException(String key, Object... arguments) {
        super(key + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public ScormException(String key, Throwable cause) {
        super(key + ": " + cause.getMessage(), cause);
        this.key = key;
        this.arguments = List.of();
    }

    /** For example {@code protocol.malformed}. */
    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
