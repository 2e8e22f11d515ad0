package se.metodporten.db;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. Tells an operator in one sentence what is wrong and where. */
public final class DatabaseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    public DatabaseProblem(String sentence) {
        this(sentence, null);
    }

    public DatabaseProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
