package se.metodporten.scorm.runtime;

import java.util.Arrays;
import java.util.Optional;

/** {@code cmi.core.lesson_status}, in the order in which a result gets better. */
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

    /** Whether content says with it that it has come to an end. */
    public boolean isFinal() {
        return this == FAILED || this == COMPLETED || this == PASSED;
    }

    boolean isBetterThan(LessonStatus other) {
        return compareTo(other) > 0;
    }

    /** What stands when this follows {@code earlier}: passed stays, completed can only become passed. */
    LessonStatus after(LessonStatus earlier) {
        boolean stays = earlier == PASSED || (earlier == COMPLETED && this != PASSED);
        return stays ? earlier : this;
    }

    public static Optional<LessonStatus> ofWord(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
