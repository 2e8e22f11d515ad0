package se.metodporten.launcher;

import java.util.List;

/** Why the portal does not start or go on: sentences for the person at the console. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    Problem(String sentence) {
        this(List.of(sentence));
    }

    Problem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentences = List.of(sentence);
    }

    Problem(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
