package se.metodporten.scorm;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a learner has come, in the order in which a result gets better: the words of {@code cmi.core.lesson_status}.
 * The two statuses of SCORM 2004 are told as one: passed and failed go before completed.
 */
public enum LessonStatus {
    NOT_ATTEMPTED("not attempted"),
    BROWSED("browsed"),
    INCOMPLETE("incomplete"),
    FAILED("failed"),
    COMPLETED("completed"),
    PASSED("passed");

    private final String word;

    LessonStatus(String word) {
        this.word = word;
    }

    /** The standard's word. */
    public String word() {
        return word;
    }

    /** Whether it is what a course is taken for: completed or passed. */
    public boolean isDone() {
        return this == COMPLETED || this == PASSED;
    }

    /** Whether content says with it that it has come to an end. */
    public boolean isFinal() {
        return this == FAILED || this == COMPLETED || this == PASSED;
    }

    public boolean isBetterThan(LessonStatus other) {
        return compareTo(other) > 0;
    }

    /** What stands when this follows {@code earlier}: passed stays, completed can only become passed. */
    public LessonStatus after(LessonStatus earlier) {
        boolean stays = earlier == PASSED || (earlier == COMPLETED && this != PASSED);
        return stays ? earlier : this;
    }

    public static Optional<LessonStatus> ofWord(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
