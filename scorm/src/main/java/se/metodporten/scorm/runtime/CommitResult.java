package se.metodporten.scorm.runtime;

import java.util.List;
import se.metodporten.scorm.LessonStatus;

/**
 * What became of one or several commits of a session.
 *
 * @param state to be stored; the same object when nothing changed
 * @param activity the one that the session delivers; empty for an unknown session
 * @param lastSequence everything of the session up to here is saved for good
 */
public record CommitResult(
        Outcome outcome,
        AttemptState state,
        String activity,
        int lastSequence,
        List<Refusal> refused,
        List<Warning> warnings) {

    /** A value in the log: enough to recognise it. */
    private static final int LONGEST_SHOWN = 100;

    public CommitResult {
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    /** Of the activity. */
    public LessonStatus status() {
        return state.status(activity);
    }

    /** See README.md, rules of a commit. */
    public enum Outcome {
        APPLIED,
        /** Had been applied before; nothing changed. */
        REPEATED,
        /** A newer session has spoken: only results were kept. */
        LATE,
        /** An earlier commit has not arrived: only results were kept, and it must be sent again. */
        AHEAD,
        /** The attempt has no such session. */
        UNKNOWN_SESSION
    }

    /**
     * One set that the standard does not allow.
     *
     * @param value shortened
     */
    public record Refusal(int sequence, String element, String value, ErrorCode code, String why) {
        public Refusal {
            element = shortened(element);
            value = shortened(value);
        }
    }

    /**
     * One set that was kept although it goes beyond the specification: for the author of the course.
     *
     * @param value shortened
     */
    public record Warning(int sequence, String element, String value, String why) {
        public Warning {
            value = shortened(value);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
