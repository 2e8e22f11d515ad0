package se.metodporten.db;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is one sentence that tells an operator what is wrong and where. */
public final class DatabaseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseProblem(String sentence) {
        super(sentence);
    }

    public DatabaseProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
